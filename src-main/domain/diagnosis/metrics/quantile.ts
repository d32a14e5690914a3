import { selectOrder, smallestOf } from './select-order.ts'

/**
 * The q-quantile of `values[lo..n-1]` seen as the tail of `n` ordered values, by linear interpolation between order
 * statistics (Hyndman and Fan 1996, type 7). Values before `lo` must already be the smallest. Reorders `values`.
 */
export function quantileInPlace(values: Float64Array, n: number, q: number, lo = 0): number {
  const position = q * (n - 1)
  const k = Math.floor(position)
  const lower = selectOrder(values, k, lo, n - 1)
  const share = position - k
  if (share === 0) return lower
  return lower + share * (smallestOf(values, k + 1, n - 1) - lower)
}

/** The q-quantile of the values, linear interpolation (type 7); NaN for none. Leaves the values as they are. */
export function quantile(values: ArrayLike<number>, q: number): number {
  return values.length === 0 ? NaN : quantileInPlace(Float64Array.from(values), values.length, q)
}
