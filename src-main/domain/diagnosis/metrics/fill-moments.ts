import type { KernelSettings } from './kernel-settings.ts'
import { DEVIATION, MEAN, NOISE, SLOT } from './metric-slots.ts'

/** 5 % quantile of the standard normal distribution. */
const Z5 = -1.6448536269514722

/**
 * Writes deviation, shape and the ratios built on them; NaN where not defined. Two passes: the mean first, then moments
 * about it. Skewness and kurtosis are population moments; the modified value at risk is Cornish-Fisher (Favre and
 * Galeano 2002) on population moments. Writes best and worst too.
 */
export function fillMoments(out: Float64Array, r: Float64Array, n: number, settings: KernelSettings): void {
  const required = settings.requiredReturnPerPeriod
  let sum = 0
  let best = -Infinity
  let worst = Infinity
  for (let i = 0; i < n; i++) {
    const x = r[i] as number
    sum += x
    if (x > best) best = x
    if (x < worst) worst = x
  }
  const mean = sum / n
  let second = 0
  let third = 0
  let fourth = 0
  let below = 0
  let gains = 0
  let losses = 0
  for (let i = 0; i < n; i++) {
    const x = r[i] as number
    const d = x - mean
    const d2 = d * d
    second += d2
    third += d2 * d
    fourth += d2 * d2
    const over = x - required
    const size = Math.abs(over)
    // (over - |over|) / 2 is min(over, 0), exactly and without a branch.
    const shortfall = (over - size) * 0.5
    below += shortfall * shortfall
    losses -= shortfall
    gains += (over + size) * 0.5
  }
  writeMoments(out, n, { mean, second, third, fourth, below, gains, losses, best, worst }, settings)
}

/** Sums of a series: powers of the deviations from the mean, and what lies below and above the required return. */
export interface MomentSums {
  readonly mean: number
  readonly second: number
  readonly third: number
  readonly fourth: number
  /** Squares of the shortfalls. */
  readonly below: number
  readonly gains: number
  readonly losses: number
  readonly best: number
  readonly worst: number
}

/** Turns the sums of `n` returns into metrics. */
export function writeMoments(out: Float64Array, n: number, sums: MomentSums, settings: KernelSettings): void {
  const { periodsPerYear, riskFreePerPeriod, requiredReturnPerPeriod: required } = settings
  const { mean, second, third, fourth, below, gains, losses, best, worst } = sums
  const largest = Math.max(Math.abs(best), Math.abs(worst))
  const population = Math.sqrt(second / n)
  const constant = population <= NOISE * largest
  const deviation = n < 2 ? NaN : constant ? 0 : Math.sqrt(second / (n - 1))
  const root = Math.sqrt(periodsPerYear)
  const downside = Math.sqrt(below / n) * root
  const s = constant ? 0 : population
  const m2 = second / n
  const skewness = constant ? NaN : third / n / (m2 * population)
  const kurtosis = constant ? NaN : fourth / n / (m2 * m2) - 3
  const fisher =
    Z5 +
    ((Z5 * Z5 - 1) * skewness) / 6 +
    ((Z5 ** 3 - 3 * Z5) * kurtosis) / 24 -
    ((2 * Z5 ** 3 - 5 * Z5) * skewness * skewness) / 36
  out[SLOT.best] = best
  out[SLOT.worst] = worst
  out[SLOT.annualVolatility] = deviation * root
  out[SLOT.downsideDeviation] = downside
  out[SLOT.sharpe] = deviation > 0 ? ((mean - riskFreePerPeriod) / deviation) * root : NaN
  out[SLOT.sortino] = downside > NOISE * largest ? ((mean - required) * periodsPerYear) / downside : NaN
  out[SLOT.omega] = losses > NOISE * gains ? gains / losses : NaN
  out[SLOT.skewness] = skewness
  out[SLOT.excessKurtosis] = kurtosis
  out[SLOT.valueAtRisk95Gaussian] = -(mean + Z5 * s)
  out[SLOT.valueAtRisk95Modified] = -(mean + fisher * s)
  out[MEAN] = mean
  out[DEVIATION] = deviation
}
