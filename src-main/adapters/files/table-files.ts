import type { TableFiles } from '../../services/ports/table-files.ts'
import { readTables } from './read-tables.ts'
import { writeBook, writeTable } from './write-table.ts'

export const tableFiles: TableFiles = { read: readTables, write: writeTable, writeBook }
