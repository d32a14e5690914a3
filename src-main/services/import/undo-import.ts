import type { ImportStep } from '../../contract/imports.ts'
import { AppError } from '../../model/app-error.ts'
import type { Store } from '../ports/store.ts'
import { TOGETHER } from './compare-rows.ts'
import { putInPlace, takenBack } from './turn-row.ts'

export interface UndoParts {
  readonly store: Store
  readonly breathe: () => Promise<void>
  /** UTC instant at which it is taken back. */
  readonly at: string
}

export interface Undone {
  readonly restored: number
  /** Rows that were changed since, left as they are. */
  readonly kept: number
}

type Steps<T> = AsyncGenerator<ImportStep, T>

/** Forgets the second copies of an import's rows, the last first. */
async function* forget({ store, breathe }: UndoParts, id: string, of: number): Steps<void> {
  for (;;) {
    const last = store.read(tx => tx.imports.rowsBelow(id, Number.MAX_SAFE_INTEGER, TOGETHER)).at(-1)
    if (last === undefined) return
    store.write(tx => tx.imports.dropRows(id, last.number), 'page')
    yield { kind: 'undoing', rows: of, of }
    await breathe()
  }
}

interface Way {
  readonly id: string
  readonly of: number
  /** Number of the first row that is taken back already. */
  readonly from: number
  /** Forgets the rows at once. */
  readonly isForGood: boolean
}

/** Takes back rows, the last first, until all are or the signal says to stop; `first` is the number of the last one taken back. */
async function* takeBack(
  { store, breathe }: UndoParts,
  { id, of, from, isForGood }: Way,
  signal: AbortSignal | null,
): Steps<{ readonly done: Undone; readonly first: number }> {
  const done = { restored: 0, kept: 0 }
  let below = from
  for (;;) {
    if (signal?.aborted === true) break
    const rows = store.read(tx => tx.imports.rowsBelow(id, below, TOGETHER))
    const last = rows.at(-1)
    if (last === undefined) break
    store.write(tx => {
      for (const row of rows) {
        const record = takenBack(tx, row)
        done[record.turn === 'left' ? 'kept' : 'restored']++
        if (!isForGood) tx.imports.setRow(id, record)
      }
      if (isForGood) tx.imports.dropRows(id, last.number)
    }, 'page')
    below = last.number
    yield { kind: 'undoing', rows: done.restored + done.kept, of }
    await breathe()
  }
  return { done, first: below }
}

/** Puts in place again what was taken back, first written first: the book is as it was before. */
async function* redo({ store, breathe }: UndoParts, id: string, first: number): Steps<void> {
  store.write(tx => tx.imports.setState(id, 'redoing'))
  const of = Math.max(0, store.read(tx => tx.imports.rowCount(id)) - first)
  let done = 0
  let from = first
  for (;;) {
    const start = from
    const rows = store.read(tx => tx.imports.rowsFrom(id, start, TOGETHER))
    const last = rows.at(-1)
    if (last === undefined) break
    store.write(tx => {
      for (const row of rows) tx.imports.setRow(id, putInPlace(tx, row))
    }, 'page')
    done += rows.length
    from = last.number + 1
    yield { kind: 'redoing', rows: done, of }
    await breathe()
  }
  store.write(tx => tx.imports.setState(id, 'done'))
}

/** Why an import is not taken back to its end: it was asked to stay, or the book was closed and it goes on at the next opening. */
export type UndoStop = 'stopped' | 'closed'

/**
 * Puts back what stood there before an import, some rows at a time. Stopped, everything that was taken back is put in place again, and it
 * ends as cancelled; broken off, it goes on where it was, in its direction. An import that was never finished leaves no trace,
 * another stays listed as taken back.
 */
export async function* undoImport(parts: UndoParts, id: string, signal: AbortSignal | null): Steps<Undone> {
  const { store, at } = parts
  const record = store.read(tx => tx.imports.byId(id))
  if (record === null) throw new AppError('notFound', 'there is no such import', { where: id })
  if (record.undoneAt !== null && record.state === 'done')
    throw new AppError('invalidInput', 'this import was taken back already', { where: record.undoneAt })
  const of = store.read(tx => tx.imports.rowCount(id))
  // only one that was broken off has to look where it was
  const from =
    record.state === 'done'
      ? Number.MAX_SAFE_INTEGER
      : (store.read(tx => tx.imports.firstTurned(id)) ?? Number.MAX_SAFE_INTEGER)
  if (record.state === 'redoing') {
    yield* redo(parts, id, from)
    return { restored: 0, kept: 0 }
  }
  const isUnfinished = record.state === 'writing'
  if (!isUnfinished) store.write(tx => tx.imports.setState(id, 'undoing'))
  const { done, first } = yield* takeBack(parts, { id, of, from, isForGood: isUnfinished }, signal)
  if (signal?.aborted === true && record.undoneAt === null) {
    if (signal.reason !== ('stopped' satisfies UndoStop))
      throw new AppError('locked', 'the book was closed', { hint: 'taking back goes on when it is opened' })
    yield* redo(parts, id, first)
    throw new AppError('cancelled', 'taking back was stopped', { hint: 'the import stands as it was' })
  }
  if (!isUnfinished && record.undoneAt === null) store.write(tx => tx.imports.markUndone(id, at))
  yield* forget(parts, id, of)
  store.write(tx => (isUnfinished ? tx.imports.erase(id) : tx.imports.setState(id, 'done')))
  return done
}
