import type { SegmentPack } from '../../model/segment-pack.ts'
import type { Style, Tier } from '../../model/levels.ts'

/** How many clients of one cell the advisor serves. */
export interface CellLoad {
  readonly tier: Tier
  readonly style: Style
  readonly clients: number
}

export interface CellHours {
  readonly tier: Tier
  readonly style: Style
  readonly clients: number
  readonly minutes: number
  readonly cadenceDays: number
  /** Hours a week that the standard asks for. */
  readonly hoursPerWeek: number
  /** One message to all of them instead of single contacts. */
  readonly batch: boolean
}

export interface ServiceCapacity {
  readonly cells: readonly CellHours[]
  /** When every client is served singly. */
  readonly neededPerWeek: number
  readonly availablePerWeek: number
  /** With the cells marked `batch` served by one message. */
  readonly plannedPerWeek: number
  /** Hours a week that are missing even then; 0 when it fits. */
  readonly missingPerWeek: number
}

/** A message to many costs about this long to write, whatever the number of readers. */
const batchMinutes = 30

const hours = (clients: number, minutes: number, cadenceDays: number): number =>
  (clients * minutes * 7) / (cadenceDays * 60)

/**
 * Hours a week the book needs by its service standards (clients x minutes x 7 / cadence / 60) against the hours there
 * are. While they do not fit, the cells that allow it go to one message for all, the lowest tier first and within a
 * tier the one that frees most.
 */
export const serviceCapacity = (
  loads: readonly CellLoad[],
  availablePerWeek: number,
  pack: SegmentPack,
): ServiceCapacity => {
  const rows = loads.flatMap(load => {
    const cell = pack.cells.find(c => c.tier === load.tier && c.style === load.style)
    if (cell === undefined || load.clients === 0) return []
    const { minutes, cadenceDays } = cell.service
    const single = hours(load.clients, minutes, cadenceDays)
    const freed = single - hours(1, batchMinutes, cadenceDays)
    return [{ load, minutes, cadenceDays, single, freed, batchable: cell.service.batch }]
  })
  const needed = rows.reduce((sum, row) => sum + row.single, 0)
  let planned = needed
  const batched = new Set<CellLoad>()
  const candidates = rows
    .filter(row => row.batchable && row.freed > 0)
    .toSorted((a, b) => a.load.tier - b.load.tier || b.freed - a.freed)
  for (const row of candidates) {
    if (planned <= availablePerWeek) break
    batched.add(row.load)
    planned -= row.freed
  }
  return {
    cells: rows.map(({ load, minutes, cadenceDays, single, freed }) => ({
      ...load,
      minutes,
      cadenceDays,
      hoursPerWeek: batched.has(load) ? single - freed : single,
      batch: batched.has(load),
    })),
    neededPerWeek: needed,
    availablePerWeek,
    plannedPerWeek: planned,
    missingPerWeek: Math.max(0, planned - availablePerWeek),
  }
}
