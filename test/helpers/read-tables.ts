import { tableHeads, tableRows } from '../../src-main/adapters/files/read-tables.ts'
import type { SheetText } from '../../src-main/model/import/sheet-text.ts'

/** Whole tables, put together from their parts. */
export const readTables = async (paths: readonly string[]): Promise<readonly SheetText[]> => {
  const tables: SheetText[] = []
  for (const { place, ...head } of await tableHeads(paths)) {
    const rows: (readonly string[])[] = []
    for await (const part of tableRows(place)) rows.push(...part.rows)
    tables.push({ ...head, rows })
  }
  return tables
}
