import type { Migration } from './migration.ts'

/** Who serves a client, where a file or head office says so. */
export const servedBy: Migration = {
  version: 20,
  name: 'served-by',
  sql: 'ALTER TABLE clients ADD COLUMN servedBy TEXT;',
}
