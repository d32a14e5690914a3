import { fingerprint } from '../../domain/import/fingerprint.ts'
import { marketTable } from '../../domain/import/market/market-layout.ts'
import { isComplete, suggestMapping } from '../../domain/import/suggest-mapping.ts'
import type { ImportRequest, ImportTable } from '../../contract/imports.ts'
import { AppError } from '../../model/app-error.ts'
import { ImportMapping } from '../../model/import/import-kind.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import type { SheetHead } from '../../model/import/sheet-text.ts'

/** A layout is its head: the same columns in the same order are the same export. */
export const layoutOf = (header: readonly string[]): string =>
  fingerprint(header.map(cell => cell.trim()).join('\u001F'))

/** Mappings by layout, as `remembered` of an earlier import. */
export type Remembered = Readonly<Record<string, unknown>>

export interface MappedTable {
  readonly sheet: SheetHead
  readonly index: number
  readonly headRow: number
  readonly mapping: ImportMapping | null
  readonly source: ImportTable['source']
}

/** How a table is read: as the advisor chose, as last time, else as its head says. */
export const chooseMapping = (
  sheet: SheetHead,
  index: number,
  request: ImportRequest,
  remembered: Remembered,
  pack: ImportPack,
): MappedTable => {
  const chosen = request.mappings.find(each => each.index === index)
  if (chosen === undefined && marketTable(sheet.rows[0] ?? [], pack) !== null)
    return { sheet, index, headRow: 0, mapping: { kind: 'market', columns: {} }, source: 'known' }
  const found = suggestMapping(sheet.rows, pack)
  const at = { sheet, index, headRow: found.row }
  if (chosen !== undefined) {
    if (chosen.mapping !== null && !isComplete(chosen.mapping))
      throw new AppError('invalidInput', 'the mapping lacks a column that is needed', {
        where: sheet.file,
        hint: 'map the fields that are marked, or leave the table out',
      })
    return { ...at, mapping: chosen.mapping, source: 'chosen' }
  }
  const kept = ImportMapping.safeParse(remembered[layoutOf(sheet.rows[found.row] ?? [])])
  if (kept.success) return { ...at, mapping: kept.data, source: 'remembered' }
  return { ...at, mapping: found.mapping, source: found.mapping === null ? 'none' : 'known' }
}
