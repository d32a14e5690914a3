import type { Migration } from './migration.ts'

/** What the advisor makes here. Evidence can only grow; it names no foreign row, so it outlives the client's book. */
export const work: Migration = {
  version: 4,
  name: 'work',
  sql: `
CREATE TABLE segmentHistory (
  clientId TEXT NOT NULL,
  at TEXT NOT NULL,
  tier INTEGER,
  style TEXT,
  packVersion TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (clientId, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX segmentHistoryByTime ON segmentHistory (at);
CREATE TABLE evidence (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  clientId TEXT NOT NULL,
  productCode TEXT,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  previous TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX evidenceByClient ON evidence (clientId, number);
CREATE TRIGGER evidenceIsNotChanged BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER evidenceIsNotErased BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TABLE reports (
  id TEXT NOT NULL PRIMARY KEY,
  clientId TEXT,
  fundCode TEXT,
  kind TEXT NOT NULL,
  edition TEXT NOT NULL,
  madeAt TEXT NOT NULL,
  file TEXT,
  state TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX reportsByClient ON reports (clientId, madeAt);
CREATE INDEX reportsByTime ON reports (madeAt);
CREATE TABLE suggestions (
  id TEXT NOT NULL PRIMARY KEY,
  clientId TEXT NOT NULL,
  madeAt TEXT NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX suggestionsByClient ON suggestions (clientId, madeAt);
CREATE INDEX suggestionsByTime ON suggestions (madeAt);
CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
