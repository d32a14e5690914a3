import type { WriteTx } from '../ports/store.ts'
import type { Book } from './client-entry.ts'

const RUNS = 'segmentRuns'
const KEPT_RUNS = 200

/** Instants of the runs that were recorded, oldest first. */
export const segmentRuns = (settings: { get(key: string): unknown }): readonly string[] => {
  const value = settings.get(RUNS)
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}

/** Appends one record for every client whose cell changed since the last run, and one for each who left the book. */
export const recordCells = (tx: WriteTx, book: Book, packVersion: string, at: string): number => {
  const latest = new Map(tx.segments.latest().map(record => [record.clientId, record]))
  let changes = 0
  for (const entry of book.entries) {
    const { tier, style, scores } = entry.decision
    const known = latest.get(entry.client.id)
    latest.delete(entry.client.id)
    if (known !== undefined && known.tier === tier && known.style === style) continue
    tx.segments.append({
      clientId: entry.client.id,
      at,
      tier,
      style,
      packVersion,
      body: { facts: entry.facts, scores },
    })
    changes += 1
  }
  for (const gone of latest.values()) {
    if (gone.style === 'left') continue
    tx.segments.append({ clientId: gone.clientId, at, tier: null, style: 'left', packVersion, body: null })
    changes += 1
  }
  tx.settings.set(RUNS, [...segmentRuns(tx.settings), at].slice(-KEPT_RUNS))
  return changes
}
