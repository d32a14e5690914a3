import type { Migration } from './migration.ts'

/** The packed page sequence of a report stays beside its PDF, to be looked at and put on paper. */
export const reportPages: Migration = {
  version: 10,
  name: 'report-pages',
  sql: `ALTER TABLE reportFiles ADD COLUMN page BLOB;`,
}
