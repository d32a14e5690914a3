import type { DaySeries } from './day-series.ts'
import { indexAtOrBefore } from './day-series.ts'

/** A known price of one unit on one day, in yuan. */
export interface PricePoint {
  readonly day: number
  readonly price: number
}

/**
 * Prices of one product: its published series where there is one, else a step through the known points (confirmations and
 * the last statement). `last` overrides what the series says from its day on, so that the end agrees with the statement.
 * Null when nothing is known.
 */
export function priceHistory(
  series: DaySeries | undefined,
  points: readonly PricePoint[],
  last: PricePoint | null,
): DaySeries | null {
  if (series !== undefined && series.days.length > 0) {
    const end = series.days[series.days.length - 1] ?? 0
    if (last === null || last.day <= end) return series
    return {
      days: Int32Array.from([...series.days, last.day]),
      values: Float64Array.from([...series.values, last.price]),
    }
  }
  const byDay = new Map(points.map(p => [p.day, p.price]))
  if (last !== null) byDay.set(last.day, last.price)
  if (byDay.size === 0) return null
  const sorted = [...byDay].toSorted((a, b) => a[0] - b[0])
  return { days: Int32Array.from(sorted, p => p[0]), values: Float64Array.from(sorted, p => p[1]) }
}

/** Price on `day`: the last known one, before the first known one that first one. */
export function priceAt(prices: DaySeries, day: number): number {
  return prices.values[Math.max(0, indexAtOrBefore(prices.days, day))] ?? 0
}
