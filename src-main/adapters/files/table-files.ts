import type { TableFiles } from '../../services/ports/table-files.ts'
import { tableReader } from './table-reader.ts'

/** Formats are read by libraries that are loaded with the first file, not with the start of the program. */
export const tableFiles: TableFiles = {
  reader: tableReader,
  writeBook: async (...given) => (await import('./write-table.ts')).writeBook(...given),
  write: async (format, table) => (await import('./write-table.ts')).writeTable(format, table),
}
