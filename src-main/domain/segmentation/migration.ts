import type { Style, Tier } from '../../model/levels.ts'
import type { SegmentPack } from '../../model/segment-pack.ts'
import type { SegmentInput } from './segment-columns.ts'
import { toSegmentColumns } from './segment-columns.ts'
import { segmentMany } from './segment-many.ts'
import { styles } from './style-scores.ts'

/** A place in the matrix; null parts are undetermined. */
export interface Cell {
  readonly tier: Tier | null
  readonly style: Style | null
}

/** `5-allocation`, or `undetermined`. */
export const cellKey = (cell: Cell): string =>
  cell.tier === null || cell.style === null ? 'undetermined' : `${cell.tier}-${cell.style}`

export interface MigrationFlow {
  /** Null: not in the book before. */
  readonly from: string | null
  /** Null: left the book. */
  readonly to: string | null
  readonly clients: number
}

export interface MigrationMatrix {
  /** Only flows with clients in them, the stayers included, the largest first. */
  readonly flows: readonly MigrationFlow[]
  readonly stayed: number
  readonly up: number
  readonly down: number
  /** Same tier, other style. */
  readonly style: number
  readonly added: number
  readonly left: number
}

const tierOfKey = (key: string): number => (key === 'undetermined' ? 0 : Number(key[0]))

/** Counts every way from one state of the book to another; the maps hold the cell of each client by id. */
export const migrationMatrix = (
  before: ReadonlyMap<string, Cell>,
  after: ReadonlyMap<string, Cell>,
): MigrationMatrix => {
  const counts = new Map<string, { from: string | null; to: string | null; clients: number }>()
  const totals = { stayed: 0, up: 0, down: 0, style: 0, added: 0, left: 0 }
  const count = (from: string | null, to: string | null): void => {
    const name = `${from ?? ''}>${to ?? ''}`
    const row = counts.get(name) ?? { from, to, clients: 0 }
    row.clients += 1
    counts.set(name, row)
    if (from === null) totals.added += 1
    else if (to === null) totals.left += 1
    else if (from === to) totals.stayed += 1
    else if (tierOfKey(to) > tierOfKey(from)) totals.up += 1
    else if (tierOfKey(to) < tierOfKey(from)) totals.down += 1
    else totals.style += 1
  }
  for (const [id, cell] of before) {
    const now = after.get(id)
    count(cellKey(cell), now === undefined ? null : cellKey(now))
  }
  for (const [id, cell] of after) if (!before.has(id)) count(null, cellKey(cell))
  return { flows: [...counts.values()].toSorted((a, b) => b.clients - a.clients), ...totals }
}

export interface PackMove {
  readonly clientId: string
  readonly from: Cell
  readonly to: Cell
}

/** Cells of a whole book under a pack, by client id. */
export const cellsUnder = (book: ReadonlyMap<string, SegmentInput>, pack: SegmentPack): ReadonlyMap<string, Cell> => {
  const cells = segmentMany(toSegmentColumns([...book.values()]), pack)
  const tiers = [1, 2, 3, 4, 5] as const
  return new Map(
    [...book.keys()].map((id, i): readonly [string, Cell] => [
      id,
      { tier: tiers[(cells.tier[i] ?? 0) - 1] ?? null, style: styles[(cells.style[i] ?? 0) - 1] ?? null },
    ]),
  )
}

/** Who would move if `next` took the place of `now`: same facts, same previous cells. */
export const packDiff = (
  book: ReadonlyMap<string, SegmentInput>,
  now: SegmentPack,
  next: SegmentPack,
): readonly PackMove[] => {
  const after = cellsUnder(book, next)
  return [...cellsUnder(book, now)].flatMap(([clientId, from]) => {
    const to = after.get(clientId) ?? from
    return cellKey(from) === cellKey(to) ? [] : [{ clientId, from, to }]
  })
}
