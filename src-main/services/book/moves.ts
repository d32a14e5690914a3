import { Style, Tier } from '../../model/levels.ts'
import type { ReadTx } from '../ports/store.ts'
import type { SegmentRecord } from '../ports/work-tables.ts'
import { cellOf } from './cell-name.ts'

/** One client's change of cell between two runs; null on the side where the client was not in the book. */
export interface Move {
  readonly clientId: string
  readonly from: string | null
  readonly to: string | null
  readonly kind: 'up' | 'down' | 'style' | 'added' | 'left' | 'determined' | 'undetermined'
}

const LEFT = 'left'

const place = (record: SegmentRecord | undefined): string | null =>
  record === undefined || record.style === LEFT ? null : cellName(record)

const cellName = (record: SegmentRecord): string =>
  record.tier === null || record.style === null
    ? 'undetermined'
    : cellOf(Tier.parse(record.tier), Style.parse(record.style))

const kindOf = (from: string | null, to: string | null): Move['kind'] => {
  if (from === null) return 'added'
  if (to === null) return 'left'
  if (to === 'undetermined') return 'undetermined'
  if (from === 'undetermined') return 'determined'
  const step = Number(to[0]) - Number(from[0])
  return step > 0 ? 'up' : step < 0 ? 'down' : 'style'
}

/** Changes between the states at two instants. */
export const movesBetween = (tx: ReadTx, earlier: string, later: string): readonly Move[] => {
  const before = new Map(tx.segments.asOf(earlier).map(record => [record.clientId, record]))
  return tx.segments.asOf(later).flatMap(record => {
    const from = place(before.get(record.clientId))
    const to = place(record)
    return from === to ? [] : [{ clientId: record.clientId, from, to, kind: kindOf(from, to) }]
  })
}
