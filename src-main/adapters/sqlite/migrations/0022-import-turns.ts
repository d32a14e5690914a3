import type { Migration } from './migration.ts'

/** An import that is being taken back can be left in place after all: its rows say which of them are taken back already. */
export const importTurns: Migration = {
  version: 22,
  name: 'import-turns',
  sql: `
ALTER TABLE importRows ADD COLUMN turn TEXT NOT NULL DEFAULT 'stands' CHECK (turn IN ('stands', 'takenBack', 'left'));
ALTER TABLE imports ADD COLUMN isTurnedRound INTEGER NOT NULL DEFAULT 0 CHECK (isTurnedRound IN (0, 1));
`,
}
