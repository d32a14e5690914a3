import { importOrder } from '../../domain/import/read-sheet.ts'
import { parseRow } from '../../model/parse-row.ts'
import type { ImportedRecord } from '../ports/file-tables.ts'
import type { WriteTx } from '../ports/store.ts'
import { currentRow, markOf, writerOf, type ImportStream } from './row-access.ts'

/** The mark of a row that is not there. */
const ABSENT = ''
/** The mark of no row at all: what bears it stays as it is. */
const NEVER = '-'

const isImportStream = (name: string): name is ImportStream => (importOrder as readonly string[]).includes(name)

/** What stood there before stands there again, and the record says how to turn it back; null, and nothing done, when the row was changed since. */
const turned = (tx: WriteTx, record: ImportedRecord): Pick<ImportedRecord, 'before' | 'after'> | null => {
  const { stream, key, before, after } = record
  if (!isImportStream(stream)) throw new Error(`an import wrote to ${stream}`)
  const current = currentRow(tx, stream, key)
  if ((current === null ? ABSENT : markOf(current)) !== after) return null
  const now = current === null ? null : JSON.stringify(current)
  const writer = writerOf(tx, stream)
  if (before === null) {
    writer.remove(key)
    return { before: now, after: ABSENT }
  }
  const parsed = parseRow(stream, JSON.parse(before))
  if (parsed.kind === 'invalid') throw new Error(`a kept row of ${stream} does not fit: ${parsed.reason}`)
  writer.put(parsed.row)
  return { before: now, after: markOf(parsed.row) }
}

/** The record of a row that is taken back now, or left because it was changed since. */
export const takenBack = (tx: WriteTx, record: ImportedRecord): ImportedRecord => {
  const inverse = turned(tx, record)
  return inverse === null ? { ...record, turn: 'left' } : { ...record, ...inverse, turn: 'takenBack' }
}

/** The record of a row that stands as the import wrote it again; one that was changed meanwhile is never touched again. */
export const putInPlace = (tx: WriteTx, record: ImportedRecord): ImportedRecord => {
  if (record.turn !== 'takenBack') return { ...record, turn: 'stands' }
  const inverse = turned(tx, record)
  return inverse === null ? { ...record, after: NEVER, turn: 'stands' } : { ...record, ...inverse, turn: 'stands' }
}
