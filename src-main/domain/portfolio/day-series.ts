/** Values on days (days since 1970-01-01, rising); one fund's NAV, one index, one price history. */
export interface DaySeries {
  readonly days: Int32Array
  readonly values: Float64Array
}

/** Position of the last day at or before `day`; -1 when all are later. */
export function indexAtOrBefore(days: Int32Array, day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Value of the last day at or before `day`; null before the first. */
export function valueAtOrBefore(series: DaySeries, day: number): number | null {
  return series.values[indexAtOrBefore(series.days, day)] ?? null
}

/** The series on the days of `grid`, carried forward; NaN before its first day. Runs in one pass. */
export function onGrid(series: DaySeries, grid: Int32Array): Float64Array {
  const out = new Float64Array(grid.length)
  const { days, values } = series
  let at = indexAtOrBefore(days, grid[0] ?? 0)
  for (let t = 0; t < grid.length; t++) {
    const day = grid[t] ?? 0
    while (at + 1 < days.length && (days[at + 1] ?? 0) <= day) at++
    out[t] = at < 0 ? NaN : (values[at] ?? NaN)
  }
  return out
}

/** How many days of the series fall into `from`..`to`, both included. */
export function daysWithin(series: DaySeries, from: number, to: number): number {
  return indexAtOrBefore(series.days, to) - indexAtOrBefore(series.days, from - 1)
}

/** Rising days without doubles of all series together, from `from` to `to`. */
export function unionOfDays(all: Iterable<DaySeries>, from: number, to: number): Int32Array {
  const seen = new Set<number>()
  for (const series of all) {
    const last = indexAtOrBefore(series.days, to)
    for (let i = indexAtOrBefore(series.days, from - 1) + 1; i <= last; i++) seen.add(series.days[i] ?? 0)
  }
  return Int32Array.from(seen).toSorted()
}
