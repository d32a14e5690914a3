import { epochDay, isoDate, weekday, yearOf } from './days.ts'
import type { Random } from './random.ts'

export interface Calendar {
  /** Exchange days as day numbers, ascending. */
  readonly days: Int32Array
  /** Position of the last exchange day on or before a day; -1 before the first. */
  readonly at: (day: number) => number
}

/** Eve of the lunar new year. */
const lunarEve: Readonly<Record<number, string>> = {
  2014: '01-30',
  2015: '02-18',
  2016: '02-07',
  2017: '01-27',
  2018: '02-15',
  2019: '02-04',
  2020: '01-24',
  2021: '02-11',
  2022: '01-31',
  2023: '01-21',
  2024: '02-09',
  2025: '01-28',
  2026: '02-16',
  2027: '02-05',
}

/** The moving summer and autumn holidays are drawn; the others stand on fixed days. */
const closures = (year: number, random: Random): (readonly [number, number])[] => {
  const day = (md: string): number => epochDay(`${year}-${md}`)
  const spring = day(lunarEve[year] ?? '02-05')
  const autumn = day('09-12') + random.int(14)
  return [
    [day('01-01'), 1],
    // Ten days in 2020
    [spring, year === 2020 ? 10 : 8],
    [day('04-04'), 2],
    [day('05-01'), 4],
    [day('06-08') + random.int(14), 1],
    [autumn, 1],
    [day('10-01'), 7],
  ]
}

/** Weekdays less closures, 242 to 244 of them a year: spare closures are taken back or single days added until it fits. */
export const makeCalendar = (from: string, to: string, random: Random): Calendar => {
  const first = epochDay(from)
  const last = epochDay(to)
  const open: number[] = []
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    const closed = new Set<number>()
    for (const [start, length] of closures(year, random)) for (let i = 0; i < length; i++) closed.add(start + i)
    const days: number[] = []
    for (let d = epochDay(`${year}-01-01`); d <= epochDay(`${year}-12-31`); d++)
      if (weekday(d) % 6 !== 0 && !closed.has(d)) days.push(d)
    const target = 242 + random.int(3)
    const [spring, autumn] = [epochDay(`${year}-05-05`), epochDay(`${year}-10-08`)]
    for (let i = 0; days.length > target; i++) {
      const at = days.findIndex(d => d >= (i % 2 === 0 ? autumn : spring) + i)
      if (at >= 0) days.splice(at, 1)
    }
    for (const d of [...closed].toSorted((x, y) => y - x)) {
      if (days.length >= target) break
      if (weekday(d) % 6 !== 0 && isoDate(d).slice(5) !== '01-01' && isoDate(d).slice(5) !== '10-01') days.push(d)
    }
    open.push(...days.toSorted((x, y) => x - y).filter(d => d >= first && d <= last))
  }
  const days = Int32Array.from(open)
  const at = (day: number): number => {
    let lo = 0
    let hi = days.length
    while (lo < hi) {
      const mid = (lo + hi) >>> 1
      if ((days[mid] ?? 0) <= day) lo = mid + 1
      else hi = mid
    }
    return lo - 1
  }
  return { days, at }
}
