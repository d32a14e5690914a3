import { PEAK_SLACK } from '../metrics/fill-path.ts'
import {
  DEPTHS,
  EPISODES,
  FLOOR,
  LENGTHS,
  LOWEST,
  LOWEST_AT,
  PEAK_AT,
  RATIO,
  RECOVERIES,
  SUM,
  SUM_SQUARES,
  TROUGH_AT,
} from './state-slots.ts'

const PATH = [
  RATIO,
  LOWEST,
  LOWEST_AT,
  SUM,
  SUM_SQUARES,
  EPISODES,
  DEPTHS,
  LENGTHS,
  RECOVERIES,
  FLOOR,
  PEAK_AT,
  TROUGH_AT,
]

/** Sets the path of a fund to a window of one day: wealth 1, which is its peak. */
export function beginPath(state: Float64Array, at: number, from: number): void {
  for (const slot of PATH) state[at + slot] = 0
  state[at + RATIO] = 1
  state[at + LOWEST] = 1
  state[at + LOWEST_AT] = from
  state[at + FLOOR] = 1
  state[at + PEAK_AT] = from
  state[at + TROUGH_AT] = from
}

/** Extends the path by one return that ends on position `t`. */
export function extendPath(state: Float64Array, at: number, growth: number, t: number): void {
  const ratio = (state[at + RATIO] as number) * growth
  const floor = state[at + FLOOR] as number
  if (ratio >= 1 - PEAK_SLACK) {
    if (floor < 1) {
      add(state, at + EPISODES, 1)
      add(state, at + DEPTHS, 1 - floor)
      add(state, at + LENGTHS, t - (state[at + PEAK_AT] as number))
      add(state, at + RECOVERIES, t - (state[at + TROUGH_AT] as number))
      state[at + FLOOR] = 1
    }
    state[at + RATIO] = 1
    state[at + PEAK_AT] = t
    return
  }
  const drawdown = 1 - ratio
  state[at + RATIO] = ratio
  add(state, at + SUM, drawdown)
  add(state, at + SUM_SQUARES, drawdown * drawdown)
  if (ratio < floor) {
    state[at + FLOOR] = ratio
    state[at + TROUGH_AT] = t
    if (ratio < (state[at + LOWEST] as number)) {
      state[at + LOWEST] = ratio
      state[at + LOWEST_AT] = t
    }
  }
}

/** Walks a fund's whole path anew; `values` from `base` on is its NAV by position. */
export function walkPath(
  state: Float64Array,
  at: number,
  values: Float64Array,
  base: number,
  from: number,
  to: number,
): void {
  beginPath(state, at, from)
  let before = values[base + from] as number
  for (let t = from + 1; t <= to; t++) {
    const now = values[base + t] as number
    extendPath(state, at, growthOf(now, before), t)
    before = now
  }
}

/**
 * Takes the first day off a path that ends on `to`. A path that rose on its first day is the same without it. One that
 * fell began with a drawdown from its start: only until its recovery do the paths with and without that day differ, so
 * just that stretch is walked again, in `scratch`.
 */
export function shortenPath(
  state: Float64Array,
  at: number,
  values: Float64Array,
  base: number,
  from: number,
  to: number,
  scratch: Float64Array,
): void {
  const nav = (t: number): number => values[base + t] as number
  let old = growthOf(nav(from + 1), nav(from))
  if (old >= 1 - PEAK_SLACK) return
  const lowestAt = state[at + LOWEST_AT] as number
  beginPath(scratch, 0, from + 1)
  let floor = old
  let troughAt = from + 1
  let sum = 1 - old
  let squares = sum * sum
  let t = from + 1
  while (t < to) {
    t++
    const growth = growthOf(nav(t), nav(t - 1))
    old *= growth
    extendPath(scratch, 0, growth, t)
    if (old >= 1 - PEAK_SLACK) break
    sum += 1 - old
    squares += (1 - old) * (1 - old)
    if (old < floor) {
      floor = old
      troughAt = t
    }
  }
  // The deepest fall of all began on the day taken off: what is deepest now must be looked for everywhere.
  if (lowestAt <= t) {
    walkPath(state, at, values, base, from + 1, to)
    return
  }
  // Recovered on t: from here on both paths stand at the same peak.
  for (const slot of [SUM, SUM_SQUARES, EPISODES, DEPTHS, LENGTHS, RECOVERIES])
    add(state, at + slot, scratch[slot] as number)
  add(state, at + SUM, -sum)
  add(state, at + SUM_SQUARES, -squares)
  add(state, at + EPISODES, -1)
  add(state, at + DEPTHS, floor - 1)
  add(state, at + LENGTHS, from - t)
  add(state, at + RECOVERIES, troughAt - t)
}

/** As compounding of returns rounds it. */
function growthOf(now: number, before: number): number {
  return 1 + (now / before - 1)
}

function add(state: Float64Array, at: number, value: number): void {
  state[at] = (state[at] as number) + value
}
