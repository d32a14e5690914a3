import { SLOT } from './metric-slots.ts'

/** Slack on the peak, relative: absorbs the rounding of compounding when NAV returns exactly to its old peak. */
export const PEAK_SLACK = 1e-12

/**
 * Compounds `n` returns and writes wealth and drawdown metrics to `out`; NaN where not defined. W_0 = 1 counts as a peak;
 * an open last drawdown counts up to the end. One pass, no division in the loop: the ratio W/peak is compounded itself
 * and set back to 1 at each new peak.
 */
export function fillPath(out: Float64Array, r: Float64Array, n: number, periodsPerYear: number): void {
  let wealth = 1
  let ratio = 1
  let lowest = 1
  let sum = 0
  let sumSquares = 0
  let episodes = 0
  let depths = 0
  let lengths = 0
  let recoveries = 0
  let floor = 1
  let peakAt = 0
  let troughAt = 0
  for (let t = 1; t <= n; t++) {
    const growth = 1 + (r[t - 1] as number)
    wealth *= growth
    ratio *= growth
    if (ratio >= 1 - PEAK_SLACK) {
      if (floor < 1) {
        episodes++
        depths += 1 - floor
        lengths += t - peakAt
        recoveries += t - troughAt
        if (floor < lowest) lowest = floor
        floor = 1
      }
      ratio = 1
      peakAt = t
    } else {
      const drawdown = 1 - ratio
      sum += drawdown
      sumSquares += drawdown * drawdown
      if (ratio < floor) {
        floor = ratio
        troughAt = t
      }
    }
  }
  if (floor < 1) {
    episodes++
    depths += 1 - floor
    lengths += n - peakAt
    recoveries += n - troughAt
    if (floor < lowest) lowest = floor
  }
  writePath(out, n, { wealth, lowest, sum, sumSquares, episodes, depths, lengths, recoveries }, periodsPerYear)
}

/** Sums over a path of wealth; episodes include an open last one. */
export interface PathSums {
  readonly wealth: number
  /** Smallest ratio of wealth to the peak before it. */
  readonly lowest: number
  readonly sum: number
  readonly sumSquares: number
  readonly episodes: number
  readonly depths: number
  readonly lengths: number
  readonly recoveries: number
}

/** Turns the sums of a path over `n` returns into metrics. */
export function writePath(out: Float64Array, n: number, sums: PathSums, periodsPerYear: number): void {
  const { wealth, lowest, sum, sumSquares, episodes, depths, lengths, recoveries } = sums
  const maxDrawdown = 1 - lowest
  const annualReturn = wealth ** (periodsPerYear / n) - 1
  out[SLOT.totalReturn] = wealth - 1
  out[SLOT.annualReturn] = annualReturn
  out[SLOT.maxDrawdown] = maxDrawdown
  out[SLOT.calmar] = maxDrawdown > 0 ? annualReturn / maxDrawdown : NaN
  out[SLOT.ulcerIndex] = Math.sqrt(sumSquares / n)
  out[SLOT.painIndex] = sum / n
  out[SLOT.averageDrawdown] = episodes > 0 ? depths / episodes : NaN
  out[SLOT.averageDrawdownLength] = episodes > 0 ? lengths / episodes : NaN
  out[SLOT.averageRecovery] = episodes > 0 ? recoveries / episodes : NaN
}
