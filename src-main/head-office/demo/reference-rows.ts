import type { WorldRow } from './world-row.ts'
import { announcementRows } from './announcements.ts'
import { periodName } from '../../model/nav-chunk.ts'
import { isoDate, yearOf } from './days.ts'
import { disclose } from './fund-disclosure.ts'
import { fundRow, halfYears, quarters } from './fund-row.ts'
import type { Asset, Market } from './market.ts'
import { chunks } from './series.ts'
import type { Stock } from './stocks.ts'
import { yieldRows } from './yields.ts'

const ten = 10 * 243

const publishing = (market: Market, asset: Asset): { from: number; weeklyBefore: number; halfYearEnds: boolean } => ({
  from: Math.max(0, market.today - ten - 40),
  weeklyBefore: asset.share?.spec.weeklyUntil ?? 0,
  halfYearEnds: asset.product.kind === 'fund',
})

/** Chunks of one asset published to a position; years that are over lie in one piece. */
export function* navRows(market: Market, asset: Asset, until: number): Generator<WorldRow> {
  const closed = asset.share?.spec.closed ?? null
  const end = Math.min(until - asset.lag, closed ?? until)
  const quartersFrom = yearOf(market.calendar.days[market.today] ?? 0)
  for (const c of chunks(asset.series, market.calendar, { ...publishing(market, asset), until: end, quartersFrom }))
    yield { stream: 'navs', key: `${c.code}|${periodName(c)}`, tier: 0, row: c }
}

/** The newest of them: where one more day has its place. */
export const lastNavRow = (market: Market, asset: Asset, until: number): readonly WorldRow[] =>
  [...navRows(market, asset, until)].slice(-1)

export function* indexRows(market: Market, until: number, fromYear: number): Generator<WorldRow> {
  const whole = { from: 0, until, weeklyBefore: 0, halfYearEnds: false, quartersFrom: Number.POSITIVE_INFINITY }
  for (const index of market.indices)
    for (const c of chunks(index.series, market.calendar, whole))
      if (c.year >= fromYear)
        yield {
          stream: 'benchmarks',
          key: `${c.code}|${c.year}`,
          tier: 0,
          row: { code: c.code, name: index.name, year: c.year, days: c.days, levels: c.navs },
        }
}

export function* disclosureRows(seed: number, market: Market): Generator<WorldRow> {
  const today = isoDate(market.calendar.days[market.today] ?? 0)
  const bySector = new Map<string, Stock[]>()
  const listed = market.stocks.filter(s => !s.convertible)
  for (const s of listed) bySector.set(s.sector, [...(bySector.get(s.sector) ?? []), s])
  const targets = market.specs.filter(s => s.peer.type === 'bond' || s.peer.type === 'etf').slice(0, 200)
  const all = halfYears(today, 2)
  for (const spec of market.specs) {
    if (spec.peer.type === 'money') continue
    for (const date of quarters(today, 6)) {
      const start = isoDate(market.calendar.days[spec.start] ?? 0)
      const closed = spec.closed === null ? null : isoDate(market.calendar.days[spec.closed] ?? 0)
      if (date <= start || (closed !== null && date > closed)) continue
      const scope = all.includes(date) ? 'all' : 'topTen'
      const row = disclose(seed, spec, date, scope, listed, bySector, targets)
      yield { stream: 'fundHoldings', key: `${row.fundId}|${row.date}`, tier: 0, row }
    }
  }
}

/** The reference streams as head office serves them on the first day. */
export function* referenceRows(seed: number, market: Market): Generator<WorldRow> {
  for (const asset of market.assets) yield { stream: 'products', key: asset.code, tier: 0, row: asset.product }
  const told = new Set<string>()
  for (const share of market.shares) {
    const row = fundRow(seed, share, market.calendar, market.today, false)
    yield { stream: 'funds', key: share.code, tier: 0, row }
    if (told.has(row.fundId)) continue
    told.add(row.fundId)
    yield* announcementRows(row, market.calendar, market.today)
  }
  yield* disclosureRows(seed, market)
  yield* indexRows(market, market.today, 0)
  yield* yieldRows(market.yields, market.calendar, market.today, 0)
  for (const asset of market.assets) yield* navRows(market, asset, market.today)
}
