import { Style, Tier } from '../../model/levels.ts'
import type { SegmentRun } from '../../model/segment-run.ts'
import type { ReadTx } from '../ports/store.ts'
import type { CellRecord } from '../ports/work-tables.ts'
import { cellOf } from './cell-name.ts'

/** One client's change of cell between two runs; null on the side where the client was not in the book. */
export interface Move {
  readonly clientId: string
  readonly from: string | null
  readonly to: string | null
  readonly kind: 'up' | 'down' | 'style' | 'added' | 'left' | 'determined' | 'undetermined'
}

/** What happened between two runs. */
export interface Moves {
  readonly moves: readonly Move[]
  /** Clients by their cell then whose history has left the book with them: a number is all that may stay. */
  readonly gone: ReadonlyMap<string, number>
}

export const noMoves: Moves = { moves: [], gone: new Map() }

const LEFT = 'left'

/** Cell of a record; null for a client who was not in the book. */
export const placeOf = (record: CellRecord | undefined): string | null => {
  if (record === undefined || record.style === LEFT) return null
  return record.tier === null || record.style === null
    ? cellOf(null, null)
    : cellOf(Tier.parse(record.tier), Style.parse(record.style))
}

const kindOf = (from: string | null, to: string | null): Move['kind'] => {
  if (from === null) return 'added'
  if (to === null) return 'left'
  if (to === 'undetermined') return 'undetermined'
  if (from === 'undetermined') return 'determined'
  const step = Number(to[0]) - Number(from[0])
  return step > 0 ? 'up' : step < 0 ? 'down' : 'style'
}

/** Changes between two recorded runs, the earlier first. */
export const movesBetween = (tx: ReadTx, earlier: SegmentRun, later: SegmentRun): Moves => {
  const before = new Map(tx.segments.cells(earlier.at).map(record => [record.clientId, placeOf(record)]))
  const gone = new Map(Object.entries(earlier.clients))
  for (const cell of before.values()) if (cell !== null) gone.set(cell, (gone.get(cell) ?? 0) - 1)
  const moves = tx.segments.cells(later.at).flatMap((record): readonly Move[] => {
    const from = before.get(record.clientId) ?? null
    const to = placeOf(record)
    return from === to ? [] : [{ clientId: record.clientId, from, to, kind: kindOf(from, to) }]
  })
  return { moves, gone: new Map([...gone].filter(([, clients]) => clients > 0)) }
}
