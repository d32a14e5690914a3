import type { SheetText } from '../../model/import/sheet-text.ts'

/** Reads the tables of files, folders and archives; a table to write comes back as the bytes of a file. */
export interface TableFiles {
  /** `fileUnreadable` names the file that is no table, damaged, or too large. */
  read(paths: readonly string[]): Promise<readonly SheetText[]>
  write(format: 'xlsx' | 'csv', table: TableToWrite): Promise<Uint8Array>
  /** A workbook with a sheet for each table. */
  writeBook(tables: readonly TableToWrite[]): Promise<Uint8Array>
}

export interface TableToWrite {
  readonly name: string
  readonly header: readonly string[]
  /** Text is never taken for a formula. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}
