import type { ImportStep } from '../../contract/imports.ts'
import { importOrder } from '../../domain/import/read-sheet.ts'
import { AppError } from '../../model/app-error.ts'
import { parseRow } from '../../model/parse-row.ts'
import type { ImportedRecord } from '../ports/file-tables.ts'
import type { Store, WriteTx } from '../ports/store.ts'
import { TOGETHER } from './compare-rows.ts'
import { currentRow, markOf, writerOf, type ImportStream } from './row-access.ts'

const isImportStream = (name: string): name is ImportStream => (importOrder as readonly string[]).includes(name)

/** True when what stood there stands there again; a row that was changed since is left as it is. */
const putBack = (tx: WriteTx, { stream, key, before, after }: ImportedRecord): boolean => {
  if (!isImportStream(stream)) throw new Error(`an import wrote to ${stream}`)
  const current = currentRow(tx, stream, key)
  if (current === null || markOf(current) !== after) return false
  const writer = writerOf(tx, stream)
  if (before === null) writer.remove(key)
  else {
    const parsed = parseRow(stream, JSON.parse(before))
    if (parsed.kind === 'invalid') throw new Error(`a kept row of ${stream} does not fit: ${parsed.reason}`)
    writer.put(parsed.row)
  }
  return true
}

/**
 * Puts back what stood there before an import, some rows at a time; broken off, it goes on where it was. One that was never finished
 * leaves no trace, another stays listed as taken back.
 */
export async function* undoImport(
  store: Store,
  id: string,
  at: string,
  breathe: () => Promise<void>,
): AsyncGenerator<ImportStep, { readonly restored: number; readonly kept: number }> {
  const record = store.read(tx => tx.imports.byId(id))
  if (record === null) throw new AppError('notFound', 'there is no such import', { where: id })
  if (record.undoneAt !== null)
    throw new AppError('invalidInput', 'this import was taken back already', { where: record.undoneAt })
  const isUnfinished = record.state === 'writing'
  if (!isUnfinished) store.write(tx => tx.imports.setState(id, 'undoing'))
  const of = store.read(tx => tx.imports.rowCount(id))
  const done = { restored: 0, kept: 0 }
  for (;;) {
    const rows = store.read(tx => tx.imports.rows(id, TOGETHER))
    const last = rows.at(-1)
    if (last === undefined) break
    store.write(tx => {
      for (const row of rows) done[putBack(tx, row) ? 'restored' : 'kept']++
      tx.imports.dropRows(id, last.number)
    }, 'page')
    yield { kind: 'undoing', rows: done.restored + done.kept, of }
    await breathe()
  }
  store.write(tx => (isUnfinished ? tx.imports.erase(id) : tx.imports.markUndone(id, at)))
  return done
}
