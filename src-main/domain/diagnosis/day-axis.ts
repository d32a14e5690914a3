/** Position of the last day on or before `day` in ascending `days`; -1 when all are later. */
export function lastAtOrBefore(days: Int32Array, day: number): number {
  let lo = 0
  let hi = days.length
  while (lo < hi) {
    const middle = (lo + hi) >> 1
    if ((days[middle] as number) <= day) lo = middle + 1
    else hi = middle
  }
  return lo - 1
}

/** Observations a year of a calendar, from its days in the five years up to `asOf`: 242 to 244 for China. */
export function observationsPerYear(calendar: Int32Array, asOf: number): number {
  const to = lastAtOrBefore(calendar, asOf)
  const from = Math.max(0, lastAtOrBefore(calendar, asOf - 1826))
  const days = (calendar[to] ?? asOf) - (calendar[from] ?? asOf)
  return days < 30 ? 243 : Math.round(((to - from) * 365.25) / days)
}

/** The same calendar day `years` before; 29 February falls back to the 28th. Year, month and day as in the ISO text. */
export function yearsBefore(iso: string, years: number): string {
  const year = String(Number(iso.slice(0, 4)) - years).padStart(4, '0')
  const rest = iso.slice(4)
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  return year + (rest === '-02-29' && !leap ? '-02-28' : rest)
}
