import { selectOrder } from '../metrics/select-order.ts'

/**
 * The smallest returns of every fund's window in order, for quantiles that slide: a new return is put in its place, an
 * old one taken out. Upper tails are kept as the smallest of the negated returns.
 */
export interface TailSets {
  /** Places of one fund. */
  readonly capacity: number
  readonly values: Float64Array
  readonly counts: Int32Array
}

/** Places beyond those a quantile needs: so many removals until a set is filled anew. */
const SPARE = 32

export function tailSets(funds: number, needed: number): TailSets {
  const capacity = needed + SPARE
  return { capacity, values: new Float64Array(funds * capacity), counts: new Int32Array(funds) }
}

/** Fills the set of a fund from its `n` (negated) returns in `scratch`, which is reordered. */
export function fillTail(sets: TailSets, fund: number, scratch: Float64Array, n: number): void {
  const count = Math.min(sets.capacity, n)
  if (count < n) selectOrder(scratch, count - 1, 0, n - 1)
  // In place: the scratch is reused for every fund.
  // oxlint-disable-next-line unicorn/no-array-sort
  sets.values.set(scratch.subarray(0, count).sort(), fund * sets.capacity)
  sets.counts[fund] = count
}

/** Puts a return in; one beyond the largest of a set is left out: what lies between is not known. */
export function insertTail({ capacity, values, counts }: TailSets, fund: number, x: number): void {
  const base = fund * capacity
  const count = counts[fund] as number
  if (count > 0 && x >= (values[base + count - 1] as number)) return
  const at = placeOf(values, base, base + count, x)
  const kept = Math.min(count, capacity - 1)
  values.copyWithin(at + 1, at, base + kept)
  values[at] = x
  counts[fund] = kept + 1
}

/** Takes a return out if the set holds it. */
export function removeTail({ capacity, values, counts }: TailSets, fund: number, x: number): void {
  const base = fund * capacity
  const count = counts[fund] as number
  const at = placeOf(values, base, base + count, x)
  if (at >= base + count || values[at] !== x) return
  values.copyWithin(at, at + 1, base + count)
  counts[fund] = count - 1
}

function placeOf(values: Float64Array, from: number, to: number, x: number): number {
  let lo = from
  let hi = to
  while (lo < hi) {
    const middle = (lo + hi) >> 1
    if ((values[middle] as number) < x) lo = middle + 1
    else hi = middle
  }
  return lo
}
