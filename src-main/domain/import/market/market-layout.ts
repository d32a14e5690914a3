import type { ImportPack } from '../../../model/import/import-pack.ts'
import { plain, readHeader } from '../clean-text.ts'

/** What one table of market data holds. */
export const marketLayouts = [
  'fundNavs',
  'allocation',
  'stocks',
  'bonds',
  'sectors',
  'holders',
  'managers',
  'turnover',
  'ratings',
  'announcements',
  'levels',
  'yields',
] as const
export type MarketLayout = (typeof marketLayouts)[number]

/** Fields without which a table is not of a layout; `any` asks for one of several. */
const needed: Readonly<Record<MarketLayout, { readonly all: readonly string[]; readonly any?: readonly string[] }>> = {
  fundNavs: { all: ['date', 'nav'], any: ['accumulated', 'change', 'cash', 'split', 'event', 'subscription'] },
  allocation: { all: ['reportDate', 'stock', 'bond', 'cash'] },
  stocks: { all: ['reportDate', 'stockCode', 'stockName', 'weight'] },
  bonds: { all: ['reportDate', 'bondCode', 'bondName', 'weight'] },
  sectors: { all: ['reportDate', 'sectorName', 'weight'] },
  holders: { all: ['reportDate', 'institutional', 'individual'] },
  managers: { all: ['start', 'end', 'manager'] },
  turnover: { all: ['reportDate', 'rate'] },
  ratings: { all: ['reportDate'] },
  announcements: { all: ['announcedOn', 'title'] },
  levels: { all: ['date', 'close'] },
  yields: { all: ['curve', 'date'] },
}

export interface MarketTable {
  readonly layout: MarketLayout
  /** Column of each field that is there. */
  readonly columns: Readonly<Record<string, number>>
  /** Terms in months that have a column of yields, under the field `tenor` with the months. */
  readonly tenors: readonly number[]
  /** Columns of stars, each of one agency and period, under the field `rating<n>`. */
  readonly ratings: readonly ImportPack['ratings'][string][]
}

/** What a table is by its head; `null` when it is no market data. */
export function marketTable(header: readonly string[], pack: ImportPack): MarketTable | null {
  const names = header.map(cell => readHeader(cell).name)
  const columns: Record<string, number> = {}
  for (const [field, synonyms] of Object.entries(pack.headers.market)) {
    const at = synonyms.map(name => names.indexOf(name)).find(found => found >= 0)
    if (at !== undefined) columns[field] = at
  }
  const tenors: number[] = []
  names.forEach((name, at) => {
    const months = pack.tenors[name]
    if (months === undefined || tenors.includes(months)) return
    tenors.push(months)
    columns[`tenor${months}`] = at
  })
  const ratings: ImportPack['ratings'][string][] = []
  header.forEach((cell, at) => {
    // what stands in brackets is the period, so the whole cell counts
    const rating = pack.ratings[plain(cell).toLowerCase()]
    if (rating !== undefined) columns[`rating${ratings.push(rating) - 1}`] = at
  })
  const layout = marketLayouts.find(each => {
    const { all, any } = needed[each]
    if (each === 'yields' && tenors.length === 0) return false
    if (each === 'ratings' && ratings.length === 0) return false
    return all.every(field => field in columns) && (any === undefined || any.some(field => field in columns))
  })
  return layout === undefined ? null : { layout, columns, tenors, ratings }
}
