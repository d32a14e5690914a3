import { importOrder } from '../../domain/import/read-sheet.ts'
import { AppError } from '../../model/app-error.ts'
import { parseRow } from '../../model/parse-row.ts'
import type { WriteTx } from '../ports/store.ts'
import { currentRow, markOf, writerOf, type ImportStream } from './row-access.ts'

const isImportStream = (name: string): name is ImportStream => (importOrder as readonly string[]).includes(name)

/** Puts back what stood there before an import. A row that was changed since is left as it is, and counted. */
export const undoImport = (
  tx: WriteTx,
  id: string,
  at: string,
): { readonly restored: number; readonly kept: number } => {
  const record = tx.imports.byId(id)
  if (record === null) throw new AppError('notFound', 'there is no such import', { where: id })
  if (record.undoneAt !== null)
    throw new AppError('invalidInput', 'this import was taken back already', { where: record.undoneAt })
  const done = { restored: 0, kept: 0 }
  for (const { stream, key, before, after } of tx.imports.rows(id)) {
    if (!isImportStream(stream)) throw new Error(`an import wrote to ${stream}`)
    const current = currentRow(tx, stream, key)
    if (current === null || markOf(current) !== after) {
      done.kept++
      continue
    }
    const writer = writerOf(tx, stream)
    if (before === null) writer.remove(key)
    else {
      const parsed = parseRow(stream, JSON.parse(before))
      if (parsed.kind === 'invalid') throw new Error(`a kept row of ${stream} does not fit: ${parsed.reason}`)
      writer.put(parsed.row)
    }
    done.restored++
  }
  tx.imports.markUndone(id, at)
  return done
}
