import type { SheetHead } from '../../model/import/sheet-text.ts'

/** Some lines of a table, in their order. */
export interface TablePart {
  readonly rows: readonly (readonly string[])[]
  /** Part of the table that is read with these lines, 0 to 1. */
  readonly share: number
}

/** Reads tables piece by piece, on a thread of its own; one table at a time. */
export interface TableReader {
  /** What tables there are, each with its first lines. `fileUnreadable` names the file that is no table, damaged, or too large. */
  heads(paths: readonly string[]): Promise<readonly SheetHead[]>
  rows(place: string): AsyncIterable<TablePart>
  /** Stops what is read. */
  close(): void
}

/** Reads the tables of files, folders and archives; a table to write comes back as the bytes of a file. */
export interface TableFiles {
  reader(): TableReader
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
