import { dayNumber, isoDate } from '../portfolio/day-number.ts'
import { productCodeOf } from './clean-code.ts'
import type { RowCells } from './row-cells.ts'
import type { LineResult } from './import-context.ts'
import { reject } from './import-context.ts'

export interface NavPoint {
  readonly code: string
  readonly day: number
  readonly nav: number
}

/** One line of a fund's history; the code comes from the file's name when no column holds it. */
export const readNavLine = (cells: RowCells, fileCode: string | null): NavPoint | LineResult => {
  const code = cells.has('code') ? productCodeOf(cells.text('code')) : fileCode
  const date = cells.date('date')
  const nav = cells.figure('nav', 4)
  const [fault] = cells.faults
  if (fault !== undefined) return { kind: 'reject', reason: fault }
  if (code === null) return reject('没有基金代码，文件名里也没有', 'no fund code, and none in the name of the file')
  if (date === null || nav === null) return reject('没有日期或净值', 'date or NAV is missing')
  if (nav <= 0) return reject('净值不大于 0', 'the NAV is not above 0')
  return { code, day: dayNumber(date), nav }
}

/** The code in a file's name: `161725_history.csv`. */
export const codeInName = (file: string): string | null => /(?:^|\D)(\d{6})(?!\d)/.exec(file)?.[1] ?? null

const yearOf = (day: number): number => Number(isoDate(day).slice(0, 4))

interface Chunk {
  readonly code: string
  readonly year: number
  readonly days: readonly number[]
  readonly navs: readonly number[]
}

const chunkOf = (points: readonly NavPoint[]): Chunk => {
  const sorted = [...new Map(points.map(point => [point.day, point])).values()].toSorted((a, b) => a.day - b.day)
  const [first] = sorted
  if (first === undefined) throw new RangeError('a year without points')
  return {
    code: first.code,
    year: yearOf(first.day),
    days: sorted.map((point, i) => (i === 0 ? point.day : point.day - (sorted[i - 1]?.day ?? 0))),
    navs: sorted.map(point => point.nav),
  }
}

/** Points of all lines as one chunk a fund and year; of two points of a day the later line counts. */
export const navChunks = (points: readonly NavPoint[]): readonly Chunk[] => {
  const byYear = new Map<string, NavPoint[]>()
  for (const point of points) {
    const name = `${point.code}|${yearOf(point.day)}`
    const found = byYear.get(name)
    if (found === undefined) byYear.set(name, [point])
    else found.push(point)
  }
  return Array.from(byYear.values(), chunkOf)
}

/** The points of a chunk that is kept already, to be joined with new ones of the same year. */
export const pointsOf = (chunk: Chunk): readonly NavPoint[] => {
  let day = 0
  return chunk.days.map((step, i) => {
    day += step
    return { code: chunk.code, day, nav: chunk.navs[i] ?? 0 }
  })
}
