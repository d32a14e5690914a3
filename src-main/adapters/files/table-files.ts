import type { TableFiles } from '../../services/ports/table-files.ts'

/** The readers of all formats are loaded with the first file, not with the start of the program. */
export const tableFiles: TableFiles = {
  read: async paths => (await import('./read-tables.ts')).readTables(paths),
  writeBook: async (...given) => (await import('./write-table.ts')).writeBook(...given),
  write: async (format, table) => (await import('./write-table.ts')).writeTable(format, table),
}
