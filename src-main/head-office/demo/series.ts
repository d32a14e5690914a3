import type { Calendar } from './calendar.ts'
import type { Period } from '../../model/nav-chunk.ts'
import { epochDay, isoDate, yearOf } from './days.ts'

/** Published prices of one code in 1e-4 yuan, one per exchange day from position `start` of the calendar. */
export interface Series {
  readonly code: string
  readonly start: number
  readonly values: Int32Array
}

export const valueAt = (series: Series, position: number): number =>
  series.values[Math.min(Math.max(position - series.start, 0), series.values.length - 1)] ?? 10000

export interface Chunk extends Period {
  readonly code: string
  readonly days: readonly number[]
  readonly navs: readonly number[]
}

export interface ChunkOptions {
  /** Last position to publish. */
  readonly until: number
  /** First position to publish. */
  readonly from: number
  /** Exchange days before this position are published on the last day of the week only. */
  readonly weeklyBefore: number
  /** Half-year ends that are no exchange days repeat the last price. */
  readonly halfYearEnds: boolean
  /** From this year on a chunk is a quarter. */
  readonly quartersFrom: number
}

interface DayFacts {
  readonly years: Int16Array
  readonly quarters: Int8Array
  /** A half-year end in the gap after a position, as day number; 0 without one. */
  readonly ends: Int32Array
}

const factsOf = new WeakMap<Calendar, DayFacts>()

const dayFacts = (calendar: Calendar): DayFacts => {
  const known = factsOf.get(calendar)
  if (known !== undefined) return known
  const { days } = calendar
  const years = Int16Array.from(days, yearOf)
  const ends = Int32Array.from(days, (day, t) => {
    const next = days[t + 1] ?? day + 1
    const found = ['06-30', '12-31'].map(end => epochDay(`${years[t]}-${end}`)).find(d => d > day && d < next)
    return found ?? 0
  })
  const quarters = Int8Array.from(days, day => Math.ceil(Number(isoDate(day).slice(5, 7)) / 3))
  const facts = { years, quarters, ends }
  factsOf.set(calendar, facts)
  return facts
}

/** The series cut into calendar years and the quarters of the running one, days as differences. */
export function* chunks(series: Series, calendar: Calendar, options: ChunkOptions): Generator<Chunk> {
  const { years, quarters, ends } = dayFacts(calendar)
  let period: Period = { year: 0 }
  let days: number[] = []
  let navs: number[] = []
  let last = 0
  const end = Math.min(options.until, series.start + series.values.length - 1)
  for (let t = Math.max(options.from, series.start); t <= end; t++) {
    const day = calendar.days[t] ?? 0
    if (t < options.weeklyBefore && (calendar.days[t + 1] ?? day + 1) - day === 1) continue
    const year = years[t] ?? 0
    const quarter = year < options.quartersFrom ? undefined : quarters[t]
    if (year !== period.year || quarter !== period.quarter) {
      if (days.length > 0) yield { code: series.code, ...period, days, navs }
      period = quarter === undefined ? { year } : { year, quarter }
      days = []
      navs = []
      last = 0
    }
    const nav = series.values[t - series.start] ?? 0
    days.push(day - last)
    navs.push(nav)
    last = day
    const repeat = options.halfYearEnds && t < options.until ? (ends[t] ?? 0) : 0
    if (repeat > 0) {
      days.push(repeat - last)
      navs.push(nav)
      last = repeat
    }
  }
  if (days.length > 0) yield { code: series.code, ...period, days, navs }
}
