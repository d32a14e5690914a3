import type { Style, Tier } from '../../model/levels.ts'

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

/**
 * Counts every way from one state of the book to another; the maps hold the cell of each client by id, `gone` the number
 * of clients by cell who have left without an id.
 */
export const migrationMatrix = (
  before: ReadonlyMap<string, Cell>,
  after: ReadonlyMap<string, Cell>,
  gone: ReadonlyMap<string, number> = new Map(),
): MigrationMatrix => {
  const counts = new Map<string, { from: string | null; to: string | null; clients: number }>()
  const totals = { stayed: 0, up: 0, down: 0, style: 0, added: 0, left: 0 }
  const count = (from: string | null, to: string | null, clients = 1): void => {
    const name = `${from ?? ''}>${to ?? ''}`
    const row = counts.get(name) ?? { from, to, clients: 0 }
    row.clients += clients
    counts.set(name, row)
    if (from === null) totals.added += clients
    else if (to === null) totals.left += clients
    else if (from === to) totals.stayed += clients
    else if (tierOfKey(to) > tierOfKey(from)) totals.up += clients
    else if (tierOfKey(to) < tierOfKey(from)) totals.down += clients
    else totals.style += clients
  }
  for (const [cell, clients] of gone) count(cell, null, clients)
  for (const [id, cell] of before) {
    const now = after.get(id)
    count(cellKey(cell), now === undefined ? null : cellKey(now))
  }
  for (const [id, cell] of after) if (!before.has(id)) count(null, cellKey(cell))
  return { flows: [...counts.values()].toSorted((a, b) => b.clients - a.clients), ...totals }
}
