import type { SegmentRun } from '../../model/segment-run.ts'
import type { WriteTx } from '../ports/store.ts'
import type { Book } from './client-entry.ts'
import { keepRun } from './segment-runs.ts'

/** Appends one record for every client whose cell changed since the last run, and one for each who left the book. */
export const recordCells = (tx: WriteTx, book: Book, run: Omit<SegmentRun, 'clients'>): number => {
  const { at, pack: packVersion } = run
  const latest = new Map(tx.segments.cells(null).map(record => [record.clientId, record]))
  const clients: Record<string, number> = {}
  let changes = 0
  for (const entry of book.entries) {
    const { tier, style, scores } = entry.decision
    clients[entry.cell] = (clients[entry.cell] ?? 0) + 1
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
  keepRun(tx.settings, { ...run, clients })
  return changes
}
