import type { CheckedChange } from '../../model/checked-change.ts'
import { streams, type StreamName } from '../../model/stream.ts'
import type { PageResult, PageToApply } from '../../services/ports/sync-tables.ts'
import { eraseClient } from './erase-client.ts'
import { pageTarget } from './page-target.ts'
import type { Prepare } from './table.ts'
import type { Tables } from './tables.ts'

/** Rows, cursor and rejects of one page; the caller's transaction makes them one. */
export const pageApplier =
  (tables: Tables, prepare: Prepare, startedOver: () => boolean, startedOverDone: () => void) =>
  (page: PageToApply): PageResult => {
    const counts = { puts: 0, deletes: 0, rejects: 0 }
    const putAside = (change: Extract<CheckedChange, { readonly row: unknown }>, reason: string): void => {
      keepReject(prepare, page, { ...change, kind: 'reject', reason })
      counts.rejects++
    }
    const target = pageTarget(tables, page.stream, prepare, putAside)
    const hadRejects = prepare('SELECT 1 FROM syncRejects WHERE stream = ? LIMIT 1').get([page.stream]) !== undefined
    let lastSeq = 0
    let puts = 0
    for (const change of page.changes) {
      lastSeq = change.seq
      if (hadRejects && change.kind !== 'reject')
        prepare('DELETE FROM syncRejects WHERE stream = ? AND key = ?').run([page.stream, change.key])
      if (change.kind === 'put') {
        target.put(change)
        puts++
      } else if (change.kind === 'delete') {
        target.remove(change.key, change.seq)
        counts.deletes++
      } else {
        putAside(change, change.reason)
        puts++
      }
    }
    target.finish()
    counts.puts = puts - counts.rejects
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
  if (stream === 'navs' || stream === 'benchmarks')
    prepare(`DELETE FROM seriesTails WHERE series = ? AND code NOT IN (SELECT code FROM ${stream})`).run([stream])
  if ((Object.keys(streams) as StreamName[]).every(name => isComplete(prepare, name))) done()
}
