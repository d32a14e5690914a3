import type { KernelSettings } from './kernel-settings.ts'
import { DEVIATION, HENRIKSSON_MERTON, MEAN, NOISE, SLOT, TREYNOR_MAZUY } from './metric-slots.ts'
import { writeTimingRegression } from './write-timing-regression.ts'

/**
 * Writes every metric against the benchmark `b` (aligned with `r`, `n` of both); NaN where not defined.
 * Needs mean, deviation, Sharpe and annual return of the fund. Two passes: means first, then products about them.
 * With a constant risk-free rate excess and plain returns share variances, so the products are of plain returns.
 */
export function fillRelative(
  out: Float64Array,
  r: Float64Array,
  b: Float64Array,
  n: number,
  settings: KernelSettings,
): void {
  const { periodsPerYear: perYear, riskFreePerPeriod: free } = settings
  let sumB = 0
  let sumSquare = 0
  let sumOption = 0
  for (let i = 0; i < n; i++) {
    const y = b[i] as number
    const x = y - free
    sumB += y
    sumSquare += x * x
    sumOption += (Math.abs(x) - x) * 0.5
  }
  const meanR = out[MEAN] as number
  const meanB = sumB / n
  const meanSquare = sumSquare / n
  const meanOption = sumOption / n
  let xx = 0
  let yy = 0
  let xy = 0
  let zz = 0
  let xz = 0
  let zy = 0
  let hh = 0
  let xh = 0
  let hy = 0
  let difference = 0
  let largest = 0
  let bullN = 0
  let bullX = 0
  let bullY = 0
  let bullXx = 0
  let bullXy = 0
  let bullR = 1
  let bullB = 1
  let bearN = 0
  let bearX = 0
  let bearY = 0
  let bearXx = 0
  let bearXy = 0
  let bearR = 1
  let bearB = 1
  for (let i = 0; i < n; i++) {
    const rb = b[i] as number
    const rr = r[i] as number
    const size = Math.abs(rb)
    if (size > largest) largest = size
    const excess = rb - free
    const x = rb - meanB
    const y = rr - meanR
    const z = excess * excess - meanSquare
    const h = (Math.abs(excess) - excess) * 0.5 - meanOption
    const products = x * x
    const cross = x * y
    xx += products
    yy += y * y
    xy += cross
    zz += z * z
    xz += x * z
    zy += z * y
    hh += h * h
    xh += x * h
    hy += h * y
    const apart = y - x
    difference += apart * apart
    if (rb > 0) {
      bullN++
      bullX += x
      bullY += y
      bullXx += products
      bullXy += cross
      bullR *= 1 + rr
      bullB *= 1 + rb
    } else if (rb < 0) {
      bearN++
      bearX += x
      bearY += y
      bearXx += products
      bearXy += cross
      bearR *= 1 + rr
      bearB *= 1 + rb
    }
  }
  const flat = n < 2 || Math.sqrt(xx / n) <= NOISE * largest
  const beta = flat ? NaN : xy / xx
  const deviation = out[DEVIATION] as number
  const correlation = flat || !(deviation > 0) ? NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
  out[SLOT.beta] = beta
  out[SLOT.alpha] = (meanR - free - beta * (meanB - free)) * perYear
  out[SLOT.correlation] = correlation
  out[SLOT.rSquared] = correlation * correlation
  // From the differences themselves: xx + yy - 2 xy would lose all digits of an index fund.
  const active = n < 2 ? NaN : Math.sqrt(difference / (n - 1))
  const error = active <= NOISE * largest ? 0 : active * Math.sqrt(perYear)
  out[SLOT.trackingError] = error
  out[SLOT.informationRatio] = error > 0 ? ((meanR - meanB) * perYear) / error : NaN
  out[SLOT.treynor] =
    Math.abs(beta) > NOISE ? ((out[SLOT.annualReturn] as number) - ((1 + free) ** perYear - 1)) / beta : NaN
  out[SLOT.mSquared] =
    free * perYear + (out[SLOT.sharpe] as number) * (flat ? 0 : Math.sqrt(xx / (n - 1))) * Math.sqrt(perYear)
  out[SLOT.betaBull] = subsetBeta(bullN, bullX, bullY, bullXx, bullXy)
  out[SLOT.betaBear] = subsetBeta(bearN, bearX, bearY, bearXx, bearXy)
  out[SLOT.upCapture] = capture(bullN, bullR, bullB)
  out[SLOT.downCapture] = capture(bearN, bearR, bearB)
  const means = { n, y: meanR - free, x: meanB - free }
  writeTimingRegression(out, TREYNOR_MAZUY, { ...means, z: meanSquare, xx, yy, xy, zz, xz, zy })
  writeTimingRegression(out, HENRIKSSON_MERTON, { ...means, z: meanOption, xx, yy, xy, zz: hh, xz: xh, zy: hy })
  if (flat) for (let k = 0; k < 8; k++) out[TREYNOR_MAZUY + k] = NaN
}

/** Slope over a subset, from products about the means of the whole. */
function subsetBeta(n: number, x: number, y: number, xx: number, xy: number): number {
  const variance = xx - (x * x) / n
  return n < 2 || variance <= NOISE * xx ? NaN : (xy - (x * y) / n) / variance
}

/** Mean geometric return of the fund over that of the benchmark. */
function capture(n: number, fund: number, benchmark: number): number {
  return n === 0 ? NaN : (fund ** (1 / n) - 1) / (benchmark ** (1 / n) - 1)
}
