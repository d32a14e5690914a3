import type { Calendar } from './calendar.ts'
import { epochDay, isoDate, yearOf } from './days.ts'

/** Published prices of one code in 1e-4 yuan, one per exchange day from position `start` of the calendar. */
export interface Series {
  readonly code: string
  readonly start: number
  readonly values: Int32Array
}

export const valueAt = (series: Series, position: number): number =>
  series.values[Math.min(Math.max(position - series.start, 0), series.values.length - 1)] ?? 10000

export interface Chunk {
  readonly code: string
  readonly year: number
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
}

/** The series cut into calendar years, days as differences. */
export function* chunks(series: Series, calendar: Calendar, options: ChunkOptions): Generator<Chunk> {
  let year = 0
  let days: number[] = []
  let navs: number[] = []
  let last = 0
  const end = Math.min(options.until, series.start + series.values.length - 1)
  for (let t = Math.max(options.from, series.start); t <= end; t++) {
    const day = calendar.days[t] ?? 0
    const next = calendar.days[t + 1] ?? day + 1
    if (t < options.weeklyBefore && next - day === 1) continue
    const y = yearOf(day)
    if (y !== year) {
      if (days.length > 0) yield { code: series.code, year, days, navs }
      year = y
      days = []
      navs = []
      last = 0
    }
    const nav = series.values[t - series.start] ?? 0
    days.push(day - last)
    navs.push(nav)
    last = day
    if (!options.halfYearEnds || next - day === 1) continue
    for (const monthDay of ['06-30', '12-31']) {
      const d = epochDay(`${isoDate(day).slice(0, 4)}-${monthDay}`)
      if (d > day && d < next && t < options.until) {
        days.push(d - last)
        navs.push(nav)
        last = d
      }
    }
  }
  if (days.length > 0) yield { code: series.code, year, days, navs }
}
