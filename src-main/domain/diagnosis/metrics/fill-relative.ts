import type { BenchmarkSide, BenchmarkTerms } from './benchmark-terms.ts'
import type { KernelSettings } from './kernel-settings.ts'
import { DEVIATION, HENRIKSSON_MERTON, MEAN, NOISE, SLOT, TREYNOR_MAZUY } from './metric-slots.ts'
import { writeTimingRegression } from './write-timing-regression.ts'

/**
 * Writes every metric against the benchmark, whose returns align with `r`; NaN where not defined. Needs mean, deviation,
 * Sharpe and annual return of the fund. With a constant risk-free rate excess and plain returns share variances, so the
 * products are of plain returns about their means.
 */
export function fillRelative(out: Float64Array, r: Float64Array, b: BenchmarkTerms, settings: KernelSettings): void {
  const { n, x, z, h } = b
  const meanR = out[MEAN] as number
  let yy = 0
  let xy = 0
  let zy = 0
  let hy = 0
  let difference = 0
  for (let i = 0; i < n; i++) {
    const dy = (r[i] as number) - meanR
    const dx = x[i] as number
    const apart = dy - dx
    yy += dy * dy
    xy += dx * dy
    zy += (z[i] as number) * dy
    hy += (h[i] as number) * dy
    difference += apart * apart
  }
  const bull = sideSums(r, meanR, b, b.bull)
  const bear = sideSums(r, meanR, b, b.bear)
  writeRelative(out, b, { yy, xy, zy, hy, difference, bull, bear }, settings)
}

/** Products of a fund's returns, about their mean, with the terms of its benchmark. */
export interface RelativeSums {
  readonly yy: number
  readonly xy: number
  readonly zy: number
  readonly hy: number
  /** Squares of the differences to the benchmark about their mean. */
  readonly difference: number
  readonly bull: SideSums
  readonly bear: SideSums
}

/** The same over the periods of one side, still about the means of the whole. */
export interface SideSums {
  readonly y: number
  readonly xy: number
  readonly growth: number
}

/** Turns the products into metrics. */
export function writeRelative(
  out: Float64Array,
  b: BenchmarkTerms,
  sums: RelativeSums,
  settings: KernelSettings,
): void {
  const { periodsPerYear: perYear, riskFreePerPeriod: free } = settings
  const { n, xx, mean: meanB } = b
  const { yy, xy, zy, hy, difference } = sums
  const meanR = out[MEAN] as number
  const flat = n < 2 || Math.sqrt(xx / n) <= NOISE * b.largest
  const beta = flat ? NaN : xy / xx
  const deviation = out[DEVIATION] as number
  const correlation = flat || !(deviation > 0) ? NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
  // From the differences themselves: xx + yy - 2 xy would lose all digits of an index fund.
  const active = n < 2 ? NaN : Math.sqrt(difference / (n - 1))
  const error = active <= NOISE * b.largest ? 0 : active * Math.sqrt(perYear)
  out[SLOT.beta] = beta
  out[SLOT.alpha] = (meanR - free - beta * (meanB - free)) * perYear
  out[SLOT.correlation] = correlation
  out[SLOT.rSquared] = correlation * correlation
  out[SLOT.trackingError] = error
  out[SLOT.informationRatio] = error > 0 ? ((meanR - meanB) * perYear) / error : NaN
  out[SLOT.treynor] =
    Math.abs(beta) > NOISE ? ((out[SLOT.annualReturn] as number) - ((1 + free) ** perYear - 1)) / beta : NaN
  out[SLOT.mSquared] =
    free * perYear + (out[SLOT.sharpe] as number) * (flat ? 0 : Math.sqrt(xx / (n - 1))) * Math.sqrt(perYear)
  writeSide(out, b.bull, sums.bull, SLOT.betaBull, SLOT.upCapture)
  writeSide(out, b.bear, sums.bear, SLOT.betaBear, SLOT.downCapture)
  const means = { n, y: meanR - free, x: meanB - free, xx, yy, xy }
  writeTimingRegression(out, TREYNOR_MAZUY, { ...means, z: b.meanZ, zz: b.zz, xz: b.xz, zy })
  writeTimingRegression(out, HENRIKSSON_MERTON, { ...means, z: b.meanH, zz: b.hh, xz: b.xh, zy: hy })
  if (flat) for (let k = 0; k < 8; k++) out[TREYNOR_MAZUY + k] = NaN
}

function sideSums(r: Float64Array, meanR: number, { x }: BenchmarkTerms, { at }: BenchmarkSide): SideSums {
  let y = 0
  let xy = 0
  let growth = 1
  for (let k = 0; k < at.length; k++) {
    const i = at[k] as number
    const value = r[i] as number
    const dy = value - meanR
    y += dy
    xy += (x[i] as number) * dy
    growth *= 1 + value
  }
  return { y, xy, growth }
}

/** Beta and mean geometric capture over the periods of one side. */
function writeSide(
  out: Float64Array,
  side: BenchmarkSide,
  sums: SideSums,
  betaSlot: number,
  captureSlot: number,
): void {
  const n = side.at.length
  // Products are about the means of the whole: taken back to those of the side.
  const variance = side.xx - (side.x * side.x) / n
  out[betaSlot] = n < 2 || variance <= NOISE * side.xx ? NaN : (sums.xy - (side.x * sums.y) / n) / variance
  out[captureSlot] = n === 0 ? NaN : (sums.growth ** (1 / n) - 1) / (side.growth ** (1 / n) - 1)
}
