import type { Migration } from './migration.ts'

/**
 * What the newest days added to a series since its blob was written, so that a day of prices does not rewrite ten years of every fund.
 * `year`, `count` and `mark` tell of the year that was brought last: how many points it has, and the hash of exactly these.
 */
export const seriesTails: Migration = {
  version: 13,
  name: 'series-tails',
  sql: `
CREATE TABLE seriesTails (
  series TEXT NOT NULL,
  code TEXT NOT NULL,
  year INTEGER NOT NULL,
  count INTEGER NOT NULL,
  mark TEXT NOT NULL,
  lastDay INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (series, code)
) STRICT, WITHOUT ROWID;
`,
}
