import type { YieldChunk, YieldCurve } from '../../model/yield-chunk.ts'
import type { DaySeries } from '../portfolio/day-series.ts'
import { lastAtOrBefore } from './day-axis.ts'

/** One curve: a series of yields a year (as fractions) for each tenor, shortest first. */
export interface Curve {
  readonly name: string
  readonly tenors: readonly { readonly years: number; readonly series: DaySeries }[]
}

const SCALE = 1e6

/** Puts the years of one curve together; `null` where nothing is stored of it. */
export function curveOf(chunks: readonly YieldChunk[], curve: YieldCurve): Curve | null {
  const own = chunks.filter(chunk => chunk.curve === curve).toSorted((a, b) => a.months - b.months || a.year - b.year)
  const tenors = [...new Set(own.map(chunk => chunk.months))].map(months => {
    const days: number[] = []
    const values: number[] = []
    for (const chunk of own.filter(each => each.months === months)) {
      let day = 0
      chunk.days.forEach((step, i) => {
        day += step
        days.push(day)
        values.push((chunk.yields[i] ?? 0) / SCALE)
      })
    }
    return { years: months / 12, series: { days: Int32Array.from(days), values: Float64Array.from(values) } }
  })
  return tenors.length === 0 ? null : { name: own.at(-1)?.name ?? '', tenors }
}

/**
 * Yield a year of a curve on a day at a term in years: linear between the tenors next to it, flat beyond the shortest and
 * the longest; NaN before the curve begins and where its last day lies more than `stale` days back.
 */
export function yieldAt({ tenors }: Curve, years: number, day: number, stale: number): number {
  const after = tenors.findIndex(tenor => tenor.years >= years)
  const high = tenors[after < 0 ? tenors.length - 1 : after]
  const low = tenors[Math.max(0, (after < 0 ? tenors.length : after) - 1)]
  if (high === undefined || low === undefined) return NaN
  const [a, b] = [valueOn(low.series, day, stale), valueOn(high.series, day, stale)]
  if (high.years <= low.years || years >= high.years) return b
  return years <= low.years ? a : a + ((b - a) * (years - low.years)) / (high.years - low.years)
}

function valueOn({ days, values }: DaySeries, day: number, stale: number): number {
  const at = lastAtOrBefore(days, day)
  return at < 0 || day - (days[at] as number) > stale ? NaN : (values[at] as number)
}
