import { ImportOutcome, type ImportCount } from '../../contract/imports.ts'
import type { ImportRecord } from '../ports/file-tables.ts'
import type { WriteTx } from '../ports/store.ts'
import type { ReadSource } from './read-source.ts'
import { currentRow, isSame, markOf, rowToWrite, writerOf, type ImportStream } from './row-access.ts'

/** Rejects that are kept with an import; the counts are those of all. */
const KEPT_REJECTS = 1000

/** Writes every row that is new or different and keeps what stood there, so that the import can be taken back. */
export const writeImport = (tx: WriteTx, read: ReadSource, id: string, at: string): ImportOutcome => {
  const counts = new Map<ImportStream, { added: number; changed: number; same: number }>()
  const body = (): Omit<ImportOutcome, 'id' | 'at' | 'undoneAt'> => {
    const results = read.tables.flatMap(({ sheet, result }) => (result === null ? [] : [{ file: sheet.file, result }]))
    const sum = (of: (each: (typeof results)[number]['result']) => number): number =>
      results.reduce((total, { result }) => total + of(result), 0)
    return {
      files: [...new Set(results.map(each => each.file))],
      counts: Array.from(counts, ([stream, count]): ImportCount => ({ stream, ...count })),
      duplicates: sum(each => each.duplicates),
      skipped: sum(each => each.skipped),
      rejected: sum(each => each.rejects.length),
      rejects: results
        .flatMap(({ file, result }) => result.rejects.map(({ line, reason }) => ({ file, line, reason })))
        .slice(0, KEPT_REJECTS),
    }
  }
  const changes = read.rows.flatMap(each => {
    const stream = each.stream as ImportStream
    const before = currentRow(tx, stream, each.key)
    const row = rowToWrite(each, before)
    const count = counts.get(stream) ?? { added: 0, changed: 0, same: 0 }
    counts.set(stream, count)
    if (before === null) count.added++
    else if (isSame(before, row)) {
      count.same++
      return []
    } else count.changed++
    return [{ stream, key: each.key, before, row }]
  })
  const kept = body()
  tx.imports.put({ id, at, body: kept })
  for (const [number, { stream, key, before, row }] of changes.entries()) {
    writerOf(tx, stream).put(row)
    tx.imports.addRow(id, number, {
      stream,
      key,
      before: before === null ? null : JSON.stringify(before),
      after: markOf(row),
    })
  }
  return { id, at, undoneAt: null, ...kept }
}

/** A kept import for the screen; null for a record that an older program wrote otherwise. */
export const asOutcome = ({ id, at, undoneAt, body }: ImportRecord): ImportOutcome | null => {
  const fields = typeof body === 'object' && body !== null ? body : {}
  const outcome = ImportOutcome.safeParse({ ...fields, id, at, undoneAt })
  return outcome.success ? outcome.data : null
}
