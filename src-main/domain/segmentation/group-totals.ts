import { DUE, OVERDUE } from './service-many.ts'

/** Figures of n clients, one column a figure; money in fen. */
export interface BookFigures {
  readonly assets: Float64Array
  readonly revenue365: Float64Array
  readonly held: Float64Array
  /** Held value whose verdict is a mismatch. */
  readonly mismatch: Float64Array
}

/** Sums of one group of clients; money in fen. */
export interface GroupTotals {
  count: number
  assets: number
  revenue365: number
  held: number
  mismatch: number
  due: number
  overdue: number
}

const nothing = (): GroupTotals => ({
  count: 0,
  assets: 0,
  revenue365: 0,
  held: 0,
  mismatch: 0,
  due: 0,
  overdue: 0,
})

/**
 * Sums over the clients of each of `groups` groups in one pass: `group` names the group of every client (0-based),
 * `service` its standing as `serviceMany` answers it. All columns must have the same length. Whole fen stay exact below
 * 2^53, about 90 trillion yuan.
 */
export const groupTotals = (
  figures: BookFigures,
  group: Uint8Array,
  groups: number,
  service: Uint8Array,
): readonly GroupTotals[] => {
  const totals = Array.from({ length: groups }, nothing)
  for (let i = 0; i < group.length; i++) {
    const total = totals[group[i] ?? 0]
    if (total === undefined) throw new RangeError(`client ${i} is in group ${group[i]} of ${groups}`)
    total.count += 1
    total.assets += figures.assets[i] ?? 0
    total.revenue365 += figures.revenue365[i] ?? 0
    total.held += figures.held[i] ?? 0
    total.mismatch += figures.mismatch[i] ?? 0
    if (service[i] === DUE) total.due += 1
    else if (service[i] === OVERDUE) total.overdue += 1
  }
  return totals
}

/** Part of the held value whose verdict is a mismatch; 0 where nothing is held. */
export const mismatchShare = ({ held, mismatch }: GroupTotals): number => (held === 0 ? 0 : mismatch / held)

/**
 * Sums of a history: `weekly` holds `weeks` values a client, client after client, oldest first, in fen. Answers one row
 * of `weeks` sums a group.
 */
export const groupHistory = (
  weekly: Float64Array,
  weeks: number,
  group: Uint8Array,
  groups: number,
): readonly (readonly number[])[] => {
  const sums = new Float64Array(groups * weeks)
  for (let i = 0; i < group.length; i++) {
    const row = (group[i] ?? 0) * weeks
    for (let w = 0; w < weeks; w++) sums[row + w] = (sums[row + w] ?? 0) + (weekly[i * weeks + w] ?? 0)
  }
  return Array.from({ length: groups }, (_, g) => Array.from(sums.subarray(g * weeks, (g + 1) * weeks), Math.round))
}
