import type { Migration } from './migration.ts'

/** Finished answers of the last time, valid for exactly one revision of the facts; they make the next start quick. */
export const keptViews: Migration = {
  version: 11,
  name: 'kept-views',
  sql: `
CREATE TABLE revision (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO revision (one, number) VALUES (1, 1);
CREATE TABLE keptViews (
  name TEXT NOT NULL PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
