import type { Series } from '../../services/ports/series.ts'

interface Navs {
  codes(): string[]
  series(code: string): Series | null
}

const WEEK = 7
/** Day 0 was a Thursday. */
const isWeekend = (day: number): boolean => (day + 3) % WEEK >= 5

const isHalfYearEnd = (day: number): boolean => {
  const date = new Date(day * 86_400_000)
  const [month, at] = [date.getUTCMonth(), date.getUTCDate()]
  return (month === 5 && at === 30) || (month === 11 && at === 31)
}

/**
 * A stand-in for the exchange calendar where no index is stored, only funds of the advisor's own files: the weekdays on
 * which any of them published. The end of a half-year on which no NAV moved is a reporting day, no exchange day.
 */
export const calendarOfNavs = (navs: Navs): Int32Array => {
  const moved = new Map<number, boolean>()
  for (const code of navs.codes()) {
    const { days, values } = navs.series(code) ?? { days: new Int32Array(0), values: new Float64Array(0) }
    days.forEach((day, i) => {
      if (!isWeekend(day)) moved.set(day, (moved.get(day) ?? false) || i === 0 || values[i] !== values[i - 1])
    })
  }
  return Int32Array.from([...moved].filter(([day, is]) => is || !isHalfYearEnd(day)).map(([day]) => day)).toSorted()
}
