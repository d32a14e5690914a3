import type { OutboxAnswer } from '../model/outbox-entry.ts'
import type { Queries } from './database.ts'
import { findRow } from './outbox.ts'

interface Target {
  readonly book: string
  readonly stream: string
  readonly key: string
  /** When the edit was made, by head office's clock. */
  readonly at: Date
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Per field: an edit that started from the present value is taken; otherwise the later writer by head office's time wins
 * and the other value is kept in `field_losses`.
 */
export const mergeFields = async (
  tx: Queries,
  target: Target,
  base: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): Promise<{ readonly fields: Readonly<Record<string, unknown>>; readonly conflicts: OutboxAnswer['conflicts'] }> => {
  const { book, stream, key, at } = target
  const present = await findRow(tx, book, stream, key)
  const fields: Record<string, unknown> = {}
  const conflicts: OutboxAnswer['conflicts'][number][] = []
  for (const [field, value] of Object.entries(wanted)) {
    const there = present?.row[field]
    const untouched = present === null || same(there, base[field]) || same(there, value)
    const [written] = await tx.query<{ at: string | Date }>(
      'select written_at as at from field_writes where book = $1 and stream = $2 and key = $3 and field = $4',
      [book, stream, key, field],
    )
    // A value that the advisor did not touch stays what head office has
    if (present !== null && same(value, base[field]) && field in base) {
      fields[field] = there ?? null
      continue
    }
    const later = untouched || written === undefined || at.getTime() >= new Date(written.at).getTime()
    fields[field] = later ? value : there
    if (!untouched) {
      const [winner, loser] = later ? [value, there] : [there, value]
      conflicts.push({ field, winner: winner ?? null, loser: loser ?? null })
      await tx.query(
        'insert into field_losses (book, stream, key, field, lost_at, winner, loser) values ($1, $2, $3, $4, $5, $6, $7)',
        [book, stream, key, field, at.toISOString(), JSON.stringify(winner ?? null), JSON.stringify(loser ?? null)],
      )
    }
    if (later)
      await tx.query(
        `insert into field_writes (book, stream, key, field, written_at) values ($1, $2, $3, $4, $5)
         on conflict (book, stream, key, field) do update set written_at = excluded.written_at`,
        [book, stream, key, field, at.toISOString()],
      )
  }
  return { fields, conflicts }
}
