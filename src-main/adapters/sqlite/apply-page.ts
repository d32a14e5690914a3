import type { CheckedChange } from '../../model/checked-change.ts'
import type { IndexChunk, NavChunk } from '../../model/nav-chunk.ts'
import { streams, type StreamName } from '../../model/stream.ts'
import type { PageResult, PageToApply } from '../../services/ports/sync-tables.ts'
import { isSqliteError } from './database.ts'
import { eraseClient } from './erase-client.ts'
import { chunkFault } from './series-blob.ts'
import type { Prepare, Table } from './table.ts'
import type { Tables } from './tables.ts'

interface Target {
  /** Why the row cannot be kept, or null when it was written. */
  put(row: unknown, key: string, seq: number): string | null
  remove(key: string, seq: number): void
  finish(): void
}

const rowTarget = <Row>(table: Table<Row>): Target => ({
  // the row was validated against the schema of this stream before it came here
  put: (row, _key, seq) => refusal(() => table.putPulled(row as Row, seq)),
  remove: (key, seq) => void table.removePulled(key, seq),
  finish: () => undefined,
})

/** A row that the table refuses is put aside like one that the schema refuses; it must not stop the page. */
const refusal = (work: () => void): string | null => {
  try {
    work()
    return null
  } catch (error) {
    if (isSqliteError(error) && /^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG)/.test(error.code)) return error.code
    throw error
  }
}

const yearOf = (key: string): { readonly code: string; readonly year: number } => {
  const at = key.lastIndexOf('|')
  return { code: key.slice(0, at), year: Number(key.slice(at + 1)) }
}

const targetOf = (tables: Tables, stream: StreamName, prepare: Prepare): Target => {
  if (stream === 'navs' || stream === 'benchmarks') {
    const table = tables[stream]
    return {
      put(row, _key, seq) {
        const chunk = row as NavChunk | IndexChunk
        const [values, name] = 'navs' in chunk ? [chunk.navs, ''] : [chunk.levels, chunk.name]
        const year = { year: chunk.year, days: chunk.days, values }
        const fault = chunkFault(year)
        if (fault === null) table.splice(chunk.code, name, year, seq)
        return fault
      },
      remove(key, seq) {
        const { code, year } = yearOf(key)
        table.splice(code, '', { year, days: [], values: [] }, seq)
      },
      finish: () => table.flush(),
    }
  }
  if (stream === 'clients')
    return {
      ...rowTarget(tables.clients),
      remove(key, seq) {
        if (tables.clients.removePulled(key, seq)) eraseClient(prepare, key)
      },
    }
  return rowTarget<unknown>(tables[stream] as unknown as Table<unknown>)
}

/** Rows, cursor and rejects of one page; the caller's transaction makes them one. */
export const pageApplier =
  (tables: Tables, prepare: Prepare, startedOver: () => boolean, startedOverDone: () => void) =>
  (page: PageToApply): PageResult => {
    const target = targetOf(tables, page.stream, prepare)
    const hadRejects = prepare('SELECT 1 FROM syncRejects WHERE stream = ? LIMIT 1').get([page.stream]) !== undefined
    const counts = { puts: 0, deletes: 0, rejects: 0 }
    let lastSeq = 0
    for (const change of page.changes) {
      lastSeq = change.seq
      if (change.kind === 'reject') {
        keepReject(prepare, page, change)
        counts.rejects++
        continue
      }
      if (change.kind === 'put') {
        const reason = target.put(change.row, change.key, change.seq)
        if (reason !== null) {
          keepReject(prepare, page, { ...change, kind: 'reject', reason })
          counts.rejects++
          continue
        }
        counts.puts++
      } else {
        target.remove(change.key, change.seq)
        counts.deletes++
      }
      if (hadRejects) prepare('DELETE FROM syncRejects WHERE stream = ? AND key = ?').run([page.stream, change.key])
    }
    target.finish()
    prepare(
      `INSERT INTO syncCursors (stream, tier, cursor, lastSeq, rows, completedAt) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (stream, tier) DO UPDATE SET cursor = excluded.cursor, lastSeq = max(lastSeq, excluded.lastSeq),
       rows = rows + excluded.rows, completedAt = coalesce(excluded.completedAt, completedAt)`,
    ).run([page.stream, page.tier ?? 0, page.cursor, lastSeq, counts.puts, page.more ? null : page.at])
    if (!page.more && startedOver()) sweep(tables, prepare, page.stream, startedOverDone)
    return { ...counts, lastSeq }
  }

const keepReject = (
  prepare: Prepare,
  page: PageToApply,
  change: Extract<CheckedChange, { readonly kind: 'reject' }>,
): void => {
  prepare(
    `INSERT INTO syncRejects (stream, key, seq, reason, row, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (stream, key) DO UPDATE SET seq = excluded.seq, reason = excluded.reason, row = excluded.row, at = excluded.at`,
  ).run([page.stream, change.key, change.seq, change.reason, JSON.stringify(change.row ?? null), page.at])
}

const tiersOf = (stream: StreamName): number => (streams[stream].scope === 'book' ? 5 : 1)

const isComplete = (prepare: Prepare, stream: StreamName): boolean =>
  Number(
    prepare('SELECT count(*) FROM syncCursors WHERE stream = ? AND completedAt IS NOT NULL').pluck().get([stream]),
  ) >= tiersOf(stream)

/** After a pull from the start, rows that head office no longer has are erased; they still carry the mark -1. */
const sweep = (tables: Tables, prepare: Prepare, stream: StreamName, done: () => void): void => {
  if (!isComplete(prepare, stream)) return
  if (stream === 'clients')
    for (const id of prepare('SELECT id FROM clients WHERE seq = -1').pluck().all()) eraseClient(prepare, String(id))
  prepare(`DELETE FROM ${tables[stream].name} WHERE seq = -1`).run([])
  if ((Object.keys(streams) as StreamName[]).every(name => isComplete(prepare, name))) done()
}
