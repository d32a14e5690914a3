import { DEVIATION, MEAN, SLOT } from './metric-slots.ts'
import { quantileInPlace } from './quantile.ts'
import { selectOrder, smallestOf } from './select-order.ts'

/** Returns further than this many deviations from the mean are tail candidates: over a tenth on each side. */
const CUT = 1.2
/** Below this the whole series is ordered at once. */
const SHORT = 200

/**
 * Writes the historical value at risk, its conditional mean and the tail ratio. `scratch` holds at least `n` numbers
 * and is overwritten. Needs mean and deviation. Only the candidates of both tails are ordered; a series whose tails hold
 * too few of them is ordered whole.
 */
export function fillTails(out: Float64Array, r: Float64Array, n: number, scratch: Float64Array): void {
  const k = Math.floor(0.05 * (n - 1))
  const kHigh = Math.floor(0.95 * (n - 1))
  const mean = out[MEAN] as number
  const reach = CUT * (out[DEVIATION] as number)
  const below = mean - reach
  const above = mean + reach
  let lows = 0
  let highs = n
  if (n >= SHORT)
    for (let i = 0; i < n; i++) {
      const x = r[i] as number
      if (x < below) scratch[lows++] = x
      else if (x > above) scratch[--highs] = x
    }
  if (n < SHORT || lows < k + 2 || highs > kHigh) {
    for (let i = 0; i < n; i++) scratch[i] = r[i] as number
    const low = quantileInPlace(scratch, n, 0.05)
    write(out, low, quantileInPlace(scratch, n, 0.95, k), r, n)
    return
  }
  const low = between(scratch, 0.05 * (n - 1), 0, lows - 1)
  // Candidates stand at the end of the array, where their ranks among all returns are.
  write(out, low, between(scratch, 0.95 * (n - 1), highs, n - 1), scratch, lows)
}

function between(values: Float64Array, position: number, lo: number, hi: number): number {
  const k = Math.floor(position)
  const lower = selectOrder(values, k, lo, hi)
  const share = position - k
  return share === 0 ? lower : lower + share * (smallestOf(values, k + 1, hi) - lower)
}

function write(out: Float64Array, low: number, high: number, values: Float64Array, n: number): void {
  let sum = 0
  let count = 0
  for (let i = 0; i < n; i++) {
    const x = values[i] as number
    if (x <= low) {
      sum += x
      count++
    }
  }
  out[SLOT.valueAtRisk95] = -low
  out[SLOT.conditionalValueAtRisk95] = count > 0 ? -sum / count : NaN
  out[SLOT.tailRatio] = low === 0 ? NaN : Math.abs(high) / Math.abs(low)
}
