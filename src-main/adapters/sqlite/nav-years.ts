import { chunkKey, IndexChunk, NavChunk } from '../../model/nav-chunk.ts'
import type { MarketWriter } from '../../services/ports/market-tables.ts'
import { endOf, startOf, type Chunk } from './series-blob.ts'
import type { SeriesTable } from './series-table.ts'

const SCALE = 10_000
/** Rows made here carry 0 until head office sends its own. */
const LOCAL = 0

/** The points of one period as the streams bring them; null without one. */
const chunkOf = (table: SeriesTable, key: string): (Chunk & { readonly code: string }) | null => {
  const named = chunkKey(key)
  const series = named === null ? null : table.series(named.code)
  if (named === null || series === null) return null
  const [from, to] = [startOf(named), endOf(named)]
  const points = Array.from(series.days, (day, i) => ({
    day,
    value: Math.round((series.values[i] ?? 0) * SCALE),
  })).filter(({ day }) => day >= from && day < to)
  if (points.length === 0) return null
  return {
    ...named,
    days: points.map(({ day }, i) => (i === 0 ? day : day - (points[i - 1]?.day ?? 0))),
    values: points.map(point => point.value),
  }
}

const written = (table: SeriesTable, name: string, code: string, chunk: Chunk): void => {
  table.splice(code, name, chunk, LOCAL)
  table.flush()
}

const erased = (table: SeriesTable, key: string): boolean => {
  const named = chunkKey(key)
  if (named === null) return false
  written(table, '', named.code, { ...named, days: [], values: [] })
  return true
}

/** Years of the series of unit NAVs, one by one, as the stream brings them. */
export const navYearsOf = (table: SeriesTable): MarketWriter['navYears'] => ({
  byKey(key) {
    const found = chunkOf(table, key)
    if (found === null) return null
    const { values, ...chunk } = found
    return NavChunk.parse({ ...chunk, navs: values })
  },
  put: ({ code, navs, ...chunk }) => written(table, '', code, { ...chunk, values: navs }),
  remove: key => erased(table, key),
})

/** The same of index levels; `names` tells what an index is called. */
export const indexYearsOf = (table: SeriesTable, nameOf: (code: string) => string): MarketWriter['indexYears'] => ({
  byKey(key) {
    const found = chunkOf(table, key)
    if (found === null) return null
    const { values, ...chunk } = found
    return IndexChunk.parse({ ...chunk, name: nameOf(chunk.code), levels: values })
  },
  put: ({ code, name, levels, ...chunk }) => written(table, name, code, { ...chunk, values: levels }),
  remove: key => erased(table, key),
})
