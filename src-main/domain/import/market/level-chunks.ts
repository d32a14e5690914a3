import { dayNumber } from '../../portfolio/day-number.ts'

export interface LevelPoint {
  /** Of the file, it names the index. */
  readonly name: string
  readonly date: string
  /** In 1e-4. */
  readonly level: number
}

/** Levels of one index as one chunk a year. */
export function levelChunks(points: readonly LevelPoint[]): readonly object[] {
  const sorted = [...new Map(points.map(point => [point.date, point])).values()].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  )
  const byYear = new Map<string, LevelPoint[]>()
  for (const point of sorted) {
    const year = point.date.slice(0, 4)
    byYear.set(year, [...(byYear.get(year) ?? []), point])
  }
  return Array.from(byYear, ([year, own]) => ({
    code: (own[0]?.name ?? '').toUpperCase().slice(0, 40),
    name: own[0]?.name ?? '',
    year: Number(year),
    days: own.map((point, i) => dayNumber(point.date) - (i === 0 ? 0 : dayNumber(own[i - 1]?.date ?? point.date))),
    levels: own.map(point => point.level),
  }))
}
