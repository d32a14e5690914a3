import { joinedRow, sheetReader, type SheetResult } from '../../src-main/domain/import/read-sheet.ts'
import type { ImportContext, ImportedRow } from '../../src-main/domain/import/import-context.ts'
import type { ImportMapping } from '../../src-main/model/import/import-kind.ts'
import type { SheetText } from '../../src-main/model/import/sheet-text.ts'

/** A whole table in two halves, as it comes in parts, with its rows joined as an import joins them. */
export const readSheet = (
  sheet: SheetText,
  headRow: number,
  mapping: ImportMapping,
  context: ImportContext,
  at: string,
): SheetResult => {
  const seen = new Set<string>()
  const isNew = (line: string): boolean => !seen.has(line) && seen.add(line) === seen
  const start = { file: sheet.file, header: sheet.rows[headRow] ?? [], headRow }
  const reader = sheetReader(start, mapping, context, at, isNew)
  const half = Math.ceil(sheet.rows.length / 2)
  const parts = [reader.read(sheet.rows.slice(0, half)), reader.read(sheet.rows.slice(half))]
  const rows = new Map<string, ImportedRow>()
  for (const row of parts.flatMap(part => part.rows)) {
    const name = `${row.stream}|${row.key}`
    const before = rows.get(name)
    rows.set(name, before === undefined ? row : joinedRow(before, row))
  }
  return { ...reader.counts(), rejects: parts.flatMap(part => part.rejects), rows: [...rows.values()] }
}
