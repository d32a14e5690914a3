/** Which end of the scale is better. */
export type Better = 'highest' | 'lowest'

/**
 * Competition ranks of the values, 1 the best, equal values share the better rank; NaN for values that are NaN, which
 * do not count as peers.
 */
export function competitionRanks(values: Float64Array, better: Better): Float64Array {
  const ranks = new Float64Array(values.length)
  const sign = better === 'highest' ? -1 : 1
  // Sorting a copy of plain numbers and looking positions up by binary search beats sorting indices by comparator.
  const sorted = new Float64Array(values.length)
  let peers = 0
  for (const value of values) if (!Number.isNaN(value)) sorted[peers++] = sign * value
  const order = sorted.subarray(0, peers).toSorted()
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    ranks[i] = Number.isNaN(value) ? NaN : firstAt(order, sign * value) + 1
  }
  return ranks
}

/** Quartile of a rank, 1 the best: `ceil(4 rank / n)`. */
export function quartileOf(rank: number, n: number): number {
  return Math.ceil((4 * rank) / n)
}

/** Below this many peers there is no score. */
export const LEAST_PEERS = 10

/** Score of a rank among `m` peers, `100 (m - rank)/(m - 1)`; `null` below ten peers. */
export function scoreOf(rank: number, m: number): number | null {
  return m < LEAST_PEERS ? null : (100 * (m - rank)) / (m - 1)
}

function firstAt(sorted: Float64Array, value: number): number {
  let lo = 0
  let hi = sorted.length
  while (lo < hi) {
    const middle = (lo + hi) >> 1
    if ((sorted[middle] as number) < value) lo = middle + 1
    else hi = middle
  }
  return lo
}
