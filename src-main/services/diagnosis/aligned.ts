import type { DaySeries } from '../../domain/portfolio/day-series.ts'

/** The last value on or before each exchange day; NaN before the first and after the last day of the series. */
export const aligned = (series: DaySeries, calendar: Int32Array): Float64Array => {
  const out = new Float64Array(calendar.length).fill(NaN)
  const end = series.days[series.days.length - 1] ?? -Infinity
  let at = -1
  calendar.forEach((day, i) => {
    while ((series.days[at + 1] ?? Infinity) <= day) at += 1
    if (at >= 0 && day <= end) out[i] = series.values[at] ?? NaN
  })
  return out
}
