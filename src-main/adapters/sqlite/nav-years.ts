import { NavChunk } from '../../model/nav-chunk.ts'
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

/** Years of the series of unit NAVs, one by one, as the stream brings them. */
export const navYearsOf = (table: SeriesTable): MarketWriter['navYears'] => ({
  byKey(key) {
    const { code, year } = parts(key)
    const series = table.series(code)
    if (series === null) return null
    const [from, to] = [yearStart(year), yearStart(year + 1)]
    const points = Array.from(series.days, (day, i) => ({
      day,
      nav: Math.round((series.values[i] ?? 0) * SCALE),
    })).filter(({ day }) => day >= from && day < to)
    if (points.length === 0) return null
    return NavChunk.parse({
      code,
      year,
      days: points.map(({ day }, i) => (i === 0 ? day : day - (points[i - 1]?.day ?? 0))),
      navs: points.map(point => point.nav),
    })
  },
  put({ code, year, days, navs }) {
    table.splice(code, '', { year, days, values: navs }, LOCAL)
    table.flush()
  },
  remove(key) {
    const { code, year } = parts(key)
    table.splice(code, '', { year, days: [], values: [] }, LOCAL)
    table.flush()
    return true
  },
})
