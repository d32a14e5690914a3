import { ImportOutcome, type ImportStep } from '../../contract/imports.ts'
import { AppError } from '../../model/app-error.ts'
import type { ImportRecord } from '../ports/file-tables.ts'
import type { ImportStage } from '../ports/import-stage.ts'
import type { Store } from '../ports/store.ts'
import { RowCounts, TOGETHER } from './compare-rows.ts'
import type { ReadTable } from './read-source.ts'
import { currentRow, isSame, markOf, rowToWrite, writerOf, type ImportStream } from './row-access.ts'

/** Rejects that are kept with an import; the counts are those of all. */
const KEPT_REJECTS = 1000

const filesAndRejects = (tables: readonly ReadTable[]) => {
  const results = tables.flatMap(({ sheet, result }) => (result === null ? [] : [{ file: sheet.file, result }]))
  const sum = (of: (each: (typeof results)[number]['result']) => number): number =>
    results.reduce((total, { result }) => total + of(result), 0)
  return {
    files: [...new Set(results.map(each => each.file))],
    duplicates: sum(each => each.duplicates),
    skipped: sum(each => each.skipped),
    rejected: sum(each => each.rejected),
    rejects: results
      .flatMap(({ file, result }) => result.rejects.map(({ line, reason }) => ({ file, line, reason })))
      .slice(0, KEPT_REJECTS),
  }
}

/**
 * Writes every row that is new or different, some at a time, and keeps what stood there, so that the import can be taken back.
 * Until its end it is marked as being written: one that was broken off is taken back by `undoImport`.
 */
export async function* writeImport(
  {
    store,
    stage,
    breathe,
  }: { readonly store: Store; readonly stage: ImportStage; readonly breathe: () => Promise<void> },
  tables: readonly ReadTable[],
  { id, at }: { readonly id: string; readonly at: string },
  signal: AbortSignal,
): AsyncGenerator<ImportStep, ImportOutcome> {
  const counts = new RowCounts()
  const told = filesAndRejects(tables)
  const body = () => ({ ...told, counts: counts.list() })
  const of = stage.count()
  let rows = 0
  let number = 0
  store.write(tx => tx.imports.put({ id, at, state: 'writing', body: body() }), 'page')
  for (const part of stage.parts(TOGETHER)) {
    if (signal.aborted) throw new AppError('cancelled', 'the import was stopped', { hint: 'nothing was written' })
    store.write(tx => {
      for (const each of part) {
        const stream = each.stream as ImportStream
        const before = currentRow(tx, stream, each.key)
        const row = rowToWrite(each, before)
        if (before !== null && isSame(before, row)) {
          counts.add(stream, 'same')
          continue
        }
        counts.add(stream, before === null ? 'added' : 'changed')
        writerOf(tx, stream).put(row)
        tx.imports.addRow(id, {
          number: number++,
          stream,
          key: each.key,
          before: before === null ? null : JSON.stringify(before),
          after: markOf(row),
          turn: 'stands',
        })
      }
    }, 'page')
    rows += part.length
    yield { kind: 'writing', rows, of }
    await breathe()
  }
  const kept = body()
  store.write(tx => tx.imports.put({ id, at, state: 'done', body: kept }))
  return { id, at, undoneAt: null, ...kept }
}

/** A kept import for the screen; null for a record that an older program wrote otherwise. */
export const asOutcome = ({ id, at, undoneAt, body }: ImportRecord): ImportOutcome | null => {
  const fields = typeof body === 'object' && body !== null ? body : {}
  const outcome = ImportOutcome.safeParse({ ...fields, id, at, undoneAt })
  return outcome.success ? outcome.data : null
}
