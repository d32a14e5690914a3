import type { Migration } from './migration.ts'

/** How far the pull has come, what it refused, what waits to be pushed. Tier 0 stands for reference streams. */
export const sync: Migration = {
  version: 3,
  name: 'sync',
  sql: `
CREATE TABLE syncCursors (
  stream TEXT NOT NULL,
  tier INTEGER NOT NULL,
  cursor TEXT NOT NULL,
  lastSeq INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  completedAt TEXT,
  PRIMARY KEY (stream, tier)
) STRICT, WITHOUT ROWID;
CREATE TABLE syncRejects (
  stream TEXT NOT NULL,
  key TEXT NOT NULL,
  seq INTEGER NOT NULL,
  reason TEXT NOT NULL,
  row TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (stream, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE outbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  stream TEXT,
  key TEXT,
  clientId TEXT,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  answeredAt TEXT
) STRICT;
CREATE INDEX outboxWaiting ON outbox (number) WHERE state = 'waiting';
CREATE INDEX outboxByRow ON outbox (stream, key) WHERE state = 'waiting';
CREATE TABLE conflicts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entryId TEXT NOT NULL,
  stream TEXT NOT NULL,
  key TEXT NOT NULL,
  clientId TEXT,
  field TEXT NOT NULL,
  winner TEXT NOT NULL,
  loser TEXT NOT NULL,
  at TEXT NOT NULL,
  resolution TEXT NOT NULL DEFAULT 'open',
  UNIQUE (entryId, field)
) STRICT;
CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
