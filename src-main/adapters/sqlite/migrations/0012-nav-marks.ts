import type { Migration } from './migration.ts'

/**
 * End and length of every NAV series apart from its blob, and how often its past was changed. Series written before
 * this have no mark: they are read in full until their next write.
 */
export const navMarks: Migration = {
  version: 12,
  name: 'nav-marks',
  sql: `
CREATE TABLE navMarks (
  code TEXT NOT NULL PRIMARY KEY,
  lastDay INTEGER NOT NULL,
  lastValue INTEGER NOT NULL,
  points INTEGER NOT NULL,
  past INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
