import type { SyncProgress } from '../../contract/sync.ts'
import type { Store } from '../ports/store.ts'

/** Everything before the first colon is a path of fields; what follows could quote a value. */
const fieldOf = (reason: string): string => (/^[\w.]+(?=:)/.exec(reason)?.[0] ?? 'row').replaceAll(/\d+/g, 'n')

const countBy = <T>(items: readonly T[], nameOf: (item: T) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1
  return counts
}

/** For the help desk: how the sync stands, in counts, codes and times. No row, key, name or address of a client is in it. */
export const diagnostics = (store: Store, progress: SyncProgress, version: string): unknown =>
  store.read(tx => ({
    version,
    storage: store.size(),
    integrity: store.integrity().length === 0 ? 'ok' : 'damaged',
    rows: Object.fromEntries(tx.sync.rowCounts().map(({ stream, rows }) => [stream, rows])),
    cursors: tx.sync.cursors().map(({ stream, tier, lastSeq, rows, completedAt }) => ({
      stream,
      tier,
      lastSeq,
      rows,
      completedAt,
    })),
    rejects: countBy(tx.sync.rejects(), reject => `${reject.stream} ${fieldOf(reject.reason)}`),
    outbox: tx.sync.outboxCounts(),
    waiting: countBy(tx.sync.waiting(), entry => entry.kind),
    conflicts: countBy(tx.sync.conflicts(), conflict => `${conflict.stream} ${conflict.field} ${conflict.resolution}`),
    lastSync: { ...progress, streams: progress.streams.filter(stream => stream.rows + stream.rejects > 0) },
  }))
