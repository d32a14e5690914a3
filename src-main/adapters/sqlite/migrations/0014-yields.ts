import type { Migration } from './migration.ts'

/** Yield curves by tenor and year. */
export const yields: Migration = {
  version: 14,
  name: 'yields',
  sql: `
CREATE TABLE yields (
  "curve" TEXT NOT NULL,
  "months" INTEGER NOT NULL,
  "year" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "days" TEXT NOT NULL,
  "yields" TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (curve, months, year)
) STRICT, WITHOUT ROWID;
`,
}
