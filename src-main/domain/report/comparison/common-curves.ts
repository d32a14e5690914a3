import type { FundReport } from '../../../model/report/fund-report.ts'

export type CommonCurves = {
  readonly dates: readonly string[]
  readonly values: readonly (readonly (number | null)[])[]
}

/** Value on a day or the last one before it. */
const lookup = (dates: readonly string[], values: readonly number[]) => {
  let at = 0
  return (day: string): number | null => {
    while (at + 1 < dates.length && (dates[at + 1] ?? '') <= day) at += 1
    return (dates[at] ?? '9') <= day ? (values[at] ?? null) : null
  }
}

/** Adjusted NAV of all funds on the days of the first one, 1 on the first day that all of them have. */
export const commonCurves = (reports: readonly FundReport[]): CommonCurves => {
  const starts = reports.map(r => r.performance.curve.dates[0] ?? '9999')
  const from = starts.toSorted().at(-1) ?? '9999'
  const dates = (reports[0]?.performance.curve.dates ?? []).filter(d => d >= from)
  const values = reports.map(report => {
    const read = lookup(report.performance.curve.dates, report.performance.curve.fund)
    const line = dates.map(read)
    const base = line[0] ?? null
    return line.map(v => (v === null || base === null || base === 0 ? null : v / base))
  })
  return { dates, values }
}
