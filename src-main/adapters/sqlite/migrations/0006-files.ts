import type { Migration } from './migration.ts'

/** What came in by files, row by row with what stood there before, so that it can be taken back; and what went out. */
export const files: Migration = {
  version: 6,
  name: 'files',
  sql: `
CREATE TABLE imports (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  undoneAt TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX importsByTime ON imports (at);
CREATE TABLE importRows (
  importId TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  stream TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT NOT NULL,
  PRIMARY KEY (importId, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE exportLog (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
`,
}
