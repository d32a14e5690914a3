import { dateOf } from '../../diagnosis/fund/figure-kit.ts'
import { samplePositions, rounded } from '../../diagnosis/sample-days.ts'
import { indexAtOrBefore, type DaySeries } from '../../portfolio/day-series.ts'

export type CommonCurves = {
  readonly dates: readonly string[]
  readonly values: readonly (readonly (number | null)[])[]
}

/**
 * Adjusted NAV (a series a fund, null where it has none) on the days that any of them is priced on, 1 on the first day
 * that all priced funds share; a day without a price of its own takes the last before it. Thinned to at most a few
 * hundred points, so that a window of days is drawn day by day. No dates with fewer than two priced funds or days.
 */
export const commonCurves = (series: readonly (DaySeries | null)[]): CommonCurves => {
  const priced = series.filter(each => each !== null && each.days.length > 0)
  const from = Math.max(...priced.map(each => each?.days[0] ?? Infinity))
  const days = [...new Set(priced.flatMap(each => [...(each?.days ?? [])]))].filter(day => day >= from).toSorted(byDay)
  const none = series.map(() => [])
  if (priced.length < 2 || days.length < 2) return { dates: [], values: none }
  const shown = Array.from(samplePositions(0, days.length - 1), i => days[i] ?? from)
  return {
    dates: shown.map(dateOf),
    values: series.map(each => {
      if (each === null || each.days.length === 0) return shown.map(() => null)
      const base = each.values[indexAtOrBefore(each.days, from)] ?? NaN
      return shown.map(day => {
        const value = (each.values[indexAtOrBefore(each.days, day)] ?? NaN) / base
        return Number.isFinite(value) ? rounded(value) : null
      })
    }),
  }
}

const byDay = (a: number, b: number): number => a - b
