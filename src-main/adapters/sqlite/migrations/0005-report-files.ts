import type { Migration } from './migration.ts'

/** Finished PDFs stay inside the encrypted database; a readable copy exists only where the advisor saves one. */
export const reportFiles: Migration = {
  version: 5,
  name: 'report-files',
  sql: `
CREATE TABLE reportFiles (
  id TEXT NOT NULL PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
  pdf BLOB NOT NULL
) STRICT;
`,
}
