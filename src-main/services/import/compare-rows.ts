import type { ImportCount, ImportStep } from '../../contract/imports.ts'
import { AppError } from '../../model/app-error.ts'
import type { ImportStage } from '../ports/import-stage.ts'
import type { Store } from '../ports/store.ts'
import { currentRow, isSame, rowToWrite, type ImportStream } from './row-access.ts'

/** Rows of one step: few enough that a screen's question does not wait. */
export const TOGETHER = 1500

/** Counts by stream of what is new, another version, or here already. */
export class RowCounts {
  readonly #counts = new Map<ImportStream, { added: number; changed: number; same: number }>()

  add(stream: ImportStream, how: 'added' | 'changed' | 'same'): void {
    const count = this.#counts.get(stream) ?? { added: 0, changed: 0, same: 0 }
    count[how]++
    this.#counts.set(stream, count)
  }

  list(): ImportCount[] {
    return Array.from(this.#counts, ([stream, count]) => ({ stream, ...count }))
  }
}

/** What the rows of a stage would change in the book. */
export async function* compareRows(
  store: Store,
  stage: ImportStage,
  breathe: () => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<ImportStep, readonly ImportCount[]> {
  const counts = new RowCounts()
  const of = stage.count()
  let rows = 0
  for (const part of stage.parts(TOGETHER)) {
    if (signal.aborted) throw new AppError('cancelled', 'comparing was stopped', { hint: 'nothing was written' })
    store.read(tx => {
      for (const each of part) {
        const stream = each.stream as ImportStream
        const current = currentRow(tx, stream, each.key)
        if (current === null) counts.add(stream, 'added')
        else counts.add(stream, isSame(current, rowToWrite(each, current)) ? 'same' : 'changed')
      }
    })
    rows += part.length
    yield { kind: 'comparing', rows, of }
    await breathe()
  }
  return counts.list()
}
