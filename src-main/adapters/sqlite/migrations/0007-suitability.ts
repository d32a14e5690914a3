import type { Migration } from './migration.ts'

/**
 * Packs that were brought here or that have judged (a verdict must find its pack years later), notices of article 21, the
 * book as it was last judged, and the key that signs what leaves as evidence.
 */
export const suitability: Migration = {
  version: 7,
  name: 'suitability',
  sql: `
CREATE TABLE keptPacks (
  version TEXT NOT NULL PRIMARY KEY,
  effectiveOn TEXT NOT NULL,
  origin TEXT NOT NULL,
  keptAt TEXT NOT NULL,
  activeSince TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE notices (
  id TEXT NOT NULL PRIMARY KEY,
  clientId TEXT NOT NULL,
  madeAt TEXT NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX noticesByClient ON notices (clientId, madeAt);
CREATE INDEX noticesByState ON notices (state, madeAt);
CREATE TABLE lastJudged (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number = 1),
  at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE installKey (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number = 1),
  madeAt TEXT NOT NULL,
  publicKey TEXT NOT NULL,
  privateKey TEXT NOT NULL
) STRICT;
`,
}
