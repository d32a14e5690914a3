import type { z } from 'zod'
import type { Product } from '../../model/product.ts'
import { type Calendar, makeCalendar } from './calendar.ts'
import { epochDay, isoDate } from './days.ts'
import { type FactorReturns, combine, makeFactorReturns } from './factors.ts'
import { type FundEvent, type ShareClass, makeShareClasses } from './fund-history.ts'
import { type FundSpec, makeFundSpecs } from './fund-spec.ts'
import { makeRandom } from './random.ts'
import { seeds } from './seeds.ts'
import type { Series } from './series.ts'
import { type Offer, makeOffers } from './shelf.ts'
import { type Stock, makeStocks } from './stocks.ts'
import { type YieldPaths, makeYields } from './yields.ts'

/** Anything a client can hold, with what is needed to trade and to value it. */
export interface Asset {
  readonly code: string
  readonly product: z.input<typeof Product>
  readonly series: Series
  readonly events: readonly FundEvent[]
  /** Money funds keep a price of 1 and pay by units. */
  readonly money: boolean
  readonly share: ShareClass | null
  /** Last position with a published price on the first day. */
  readonly lag: number
}

export interface IndexSeries {
  readonly code: string
  readonly name: string
  readonly series: Series
}

export interface Market {
  readonly calendar: Calendar
  /** Position of the first day of the world; one more exchange day follows it. */
  readonly today: number
  readonly indices: readonly IndexSeries[]
  readonly yields: YieldPaths
  readonly specs: readonly FundSpec[]
  readonly shares: readonly ShareClass[]
  readonly stocks: readonly Stock[]
  readonly offers: readonly Offer[]
  readonly assets: readonly Asset[]
}

const makeIndices = (factors: FactorReturns, length: number): IndexSeries[] =>
  seeds.indices.map(index => {
    const returns = combine(factors, new Map(Object.entries(index.loads)), index.carry, 0, length, null)
    let level = index.start
    const values = Int32Array.from(returns, r => Math.round((level *= Math.exp(r)) * 10000))
    return { code: index.code, name: index.name, series: { code: index.code, start: 0, values } }
  })

const fundProduct = (seed: number, share: ShareClass, calendar: Calendar, today: number): z.input<typeof Product> => {
  const { spec } = share
  const random = makeRandom(seed, `product/${share.code}`)
  const [management, custody] = spec.peer.fees
  const closed = spec.closed !== null && spec.closed <= today
  return {
    code: share.code,
    name: share.letter === null ? spec.name : `${spec.name}${share.letter}`,
    kind: spec.peer.type === 'etf' ? 'etf' : 'fund',
    assetClass: spec.peer.asset,
    riskGrade: spec.featured === null && random.chance(0.012) ? null : spec.grade,
    gradedBy: spec.grade === null ? null : '溪山证券',
    gradedOn: spec.grade === null ? null : isoDate((calendar.days[today] ?? 0) - 20 - random.int(300)),
    term: spec.peer.term,
    variety: spec.peer.variety,
    highRisk: spec.grade === 'R5',
    redemptionDays: spec.peer.days,
    minimum: spec.peer.type === 'etf' ? null : 1000,
    annualFee: Math.round((management + custody + share.sales) * 1e6) / 1e6,
    sale: closed ? 'closed' : random.chance(0.02) ? 'halted' : random.chance(0.06) ? 'limited' : 'open',
    onShelf: !closed && (spec.featured !== null || random.chance(0.06)),
    tags: [...new Set([spec.peer.group, ...spec.peer.shelf, ...(spec.featured ?? [])])],
    maturesOn: null,
    access: null,
  }
}

const stockProduct = (stock: Stock): z.input<typeof Product> => ({
  code: stock.code,
  name: stock.name,
  kind: stock.convertible ? 'convertible' : 'stock',
  assetClass: 'equity',
  riskGrade: stock.grade,
  gradedBy: '溪山证券',
  gradedOn: '2026-01-05',
  term: 1,
  variety: 2,
  highRisk: false,
  redemptionDays: 1,
  minimum: null,
  annualFee: 0,
  sale: 'open',
  onShelf: false,
  tags: [stock.sector],
  maturesOn: null,
  access: null,
})

/** The whole market to one exchange day after `asOf`; `size` below 1 keeps that part of the funds. */
export const makeMarket = (seed: number, asOf: string, size = 1): Market => {
  const calendar = makeCalendar('2014-01-01', isoDate(epochDay(asOf) + 14), makeRandom(seed, 'calendar'))
  const today = calendar.at(epochDay(asOf))
  const days = calendar.days.slice(0, today + 2)
  const cut: Calendar = { days, at: day => Math.min(calendar.at(day), days.length - 1) }
  const factors = makeFactorReturns(seed, cut)
  const specs = makeFundSpecs(seed, cut, today, size)
  let codes = 0
  const nextCode = (): string => `99${String(++codes).padStart(4, '0')}`
  let listed = 0
  const nextListed = (): string => `98${String(++listed).padStart(4, '0')}`
  const shares = specs.flatMap(spec =>
    makeShareClasses(seed, spec, factors, cut, spec.peer.type === 'etf' ? nextListed : nextCode),
  )
  const booksFrom = Math.max(0, today - 3 * 250)
  const stocks = makeStocks(seed, factors, booksFrom, days.length - booksFrom)
  const offers = makeOffers(seed, cut, factors, booksFrom)
  const none: readonly FundEvent[] = []
  const assets: Asset[] = [
    ...shares.map(share => ({
      code: share.code,
      product: fundProduct(seed, share, cut, today),
      series: share.series,
      events: share.events,
      money: share.spec.peer.type === 'money',
      share,
      lag: share.spec.peer.type === 'qdii' ? 1 : 0,
    })),
    ...stocks.map(s => ({
      code: s.code,
      product: stockProduct(s),
      series: s.series,
      events: none,
      money: false,
      share: null,
      lag: 0,
    })),
    ...offers.map(o => ({
      code: o.product.code,
      product: o.product,
      series: o.series,
      events: none,
      money: false,
      share: null,
      lag: 0,
    })),
  ]
  return {
    calendar: cut,
    today,
    indices: makeIndices(factors, days.length),
    yields: makeYields(factors),
    specs,
    shares,
    stocks,
    offers,
    assets,
  }
}
