import type { Migration } from './migration.ts'

/** Reports made in one go: each item is told as it ends, so that a batch goes on where it stood after a restart. */
export const batches: Migration = {
  version: 8,
  name: 'batches',
  sql: `
CREATE TABLE batches (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX batchesByTime ON batches (at);
CREATE TABLE batchItems (
  batchId TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  subject TEXT NOT NULL,
  clientId TEXT,
  state TEXT NOT NULL,
  reportId TEXT,
  fault TEXT,
  PRIMARY KEY (batchId, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX batchItemsByState ON batchItems (batchId, state, number);
CREATE INDEX batchItemsByClient ON batchItems (clientId);
`,
}
