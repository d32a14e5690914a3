import { METRIC_SLOTS } from '../metrics/metric-slots.ts'
import { RANKED } from './ranked-metrics.ts'

/** Who is ranked with whom: one share class of each fund stands for it, the others are placed where they would stand. */
export interface Grouping {
  /** Peer group of each fund, 0..groups-1. */
  readonly groupOf: Int32Array
  readonly groups: number
  /** Position of the class that stands for the same fund; its own for that class itself. */
  readonly standsFor: Int32Array
}

export interface UniverseRanks {
  /** `ranks[metric * funds + fund]` in the order of RANKED; 0 where a fund has no value. */
  readonly ranks: Int32Array
  /** `peers[metric * groups + group]`: funds of the group with a value. */
  readonly peers: Int32Array
}

/**
 * Competition ranks of every metric within its peer group: 1 is best, equals share the better place. `values` holds
 * one metric vector a fund.
 */
export function rankGroups(values: Float64Array, grouping: Grouping): UniverseRanks {
  const { groupOf, groups, standsFor } = grouping
  const funds = groupOf.length
  const ranks = new Int32Array(RANKED.length * funds)
  const peers = new Int32Array(RANKED.length * groups)
  const starts = groupStarts(grouping)
  const sorted = new Float64Array(funds)
  const filled = new Int32Array(groups)
  RANKED.forEach(({ slot, better }, m) => {
    const sign = better === 'highest' ? -1 : 1
    filled.fill(0)
    for (let f = 0; f < funds; f++) {
      const value = values[f * METRIC_SLOTS + slot] as number
      if (standsFor[f] !== f || !Number.isFinite(value)) continue
      const group = groupOf[f] as number
      const count = filled[group] as number
      sorted[(starts[group] as number) + count] = sign * value
      filled[group] = count + 1
    }
    for (let g = 0; g < groups; g++) {
      const start = starts[g] as number
      const count = filled[g] as number
      peers[m * groups + g] = count
      // In place: a copy for each of thousands of groups would only feed the collector.
      // oxlint-disable-next-line unicorn/no-array-sort
      sorted.subarray(start, start + count).sort()
    }
    for (let f = 0; f < funds; f++) {
      const value = sign * (values[f * METRIC_SLOTS + slot] as number)
      if (!Number.isFinite(value)) continue
      const group = groupOf[f] as number
      const start = starts[group] as number
      const ahead = lowerBound(sorted, start, start + (filled[group] as number), value) - start
      // Its own fund does not stand before a share class of it.
      const self = standsFor[f] as number
      const own = sign * (values[self * METRIC_SLOTS + slot] as number)
      ranks[m * funds + f] = ahead + (self !== f && own < value ? 0 : 1)
    }
  })
  return { ranks, peers }
}

function groupStarts({ groupOf, groups, standsFor }: Grouping): Int32Array {
  const starts = new Int32Array(groups)
  for (let f = 0; f < groupOf.length; f++) {
    const group = groupOf[f] as number
    if (standsFor[f] === f && group + 1 < groups) starts[group + 1] = (starts[group + 1] as number) + 1
  }
  for (let g = 1; g < groups; g++) starts[g] = (starts[g] as number) + (starts[g - 1] as number)
  return starts
}

function lowerBound(sorted: Float64Array, from: number, to: number, value: number): number {
  let lo = from
  let hi = to
  while (lo < hi) {
    const middle = (lo + hi) >> 1
    if ((sorted[middle] as number) < value) lo = middle + 1
    else hi = middle
  }
  return lo
}
