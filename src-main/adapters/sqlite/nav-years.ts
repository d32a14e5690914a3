import { IndexChunk, NavChunk } from '../../model/nav-chunk.ts'
import type { MarketWriter } from '../../services/ports/market-tables.ts'
import type { SeriesTable } from './series-table.ts'

const SCALE = 10_000
/** Rows made here carry 0 until head office sends its own. */
const LOCAL = 0

const parts = (key: string): { readonly code: string; readonly year: number } => {
  const at = key.lastIndexOf('|')
  return { code: key.slice(0, at), year: Number(key.slice(at + 1)) }
}

const yearStart = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000

/** The points of one calendar year as the streams bring them; null without one. */
const yearOf = (
  table: SeriesTable,
  key: string,
): { code: string; year: number; days: number[]; values: number[] } | null => {
  const { code, year } = parts(key)
  const series = table.series(code)
  if (series === null) return null
  const [from, to] = [yearStart(year), yearStart(year + 1)]
  const points = Array.from(series.days, (day, i) => ({
    day,
    value: Math.round((series.values[i] ?? 0) * SCALE),
  })).filter(({ day }) => day >= from && day < to)
  if (points.length === 0) return null
  return {
    code,
    year,
    days: points.map(({ day }, i) => (i === 0 ? day : day - (points[i - 1]?.day ?? 0))),
    values: points.map(point => point.value),
  }
}

const written = (
  table: SeriesTable,
  name: string,
  code: string,
  year: number,
  days: readonly number[],
  values: readonly number[],
): void => {
  table.splice(code, name, { year, days, values }, LOCAL)
  table.flush()
}

const erased = (table: SeriesTable, key: string): boolean => {
  const { code, year } = parts(key)
  written(table, '', code, year, [], [])
  return true
}

/** Years of the series of unit NAVs, one by one, as the stream brings them. */
export const navYearsOf = (table: SeriesTable): MarketWriter['navYears'] => ({
  byKey(key) {
    const found = yearOf(table, key)
    if (found === null) return null
    const { values, ...chunk } = found
    return NavChunk.parse({ ...chunk, navs: values })
  },
  put: ({ code, year, days, navs }) => written(table, '', code, year, days, navs),
  remove: key => erased(table, key),
})

/** The same of index levels; `names` tells what an index is called. */
export const indexYearsOf = (table: SeriesTable, nameOf: (code: string) => string): MarketWriter['indexYears'] => ({
  byKey(key) {
    const found = yearOf(table, key)
    if (found === null) return null
    const { values, ...chunk } = found
    return IndexChunk.parse({ ...chunk, name: nameOf(chunk.code), levels: values })
  },
  put: ({ code, name, year, days, levels }) => written(table, name, code, year, days, levels),
  remove: key => erased(table, key),
})
