import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import type { Trade } from '../../model/trade.ts'
import type { Workspace } from '../workspace/workspace.ts'

const WEEKS = 12
const WEEK = 7
const UNITS100 = 100
const FEN = 100
const INWARDS: ReadonlySet<Trade['side']> = new Set(['buy', 'convertIn', 'reinvest', 'split', 'adjustIn', 'deposit'])
const cache = new WeakMap<object, ReadonlyMap<string, readonly number[]>>()

/** Value on or before a day, by bisection. */
const valueAt = (series: { readonly days: Int32Array; readonly values: Float64Array }, day: number): number | null => {
  let low = 0
  let high = series.days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((series.days[middle] ?? Infinity) <= day) low = middle + 1
    else high = middle
  }
  return low === 0 ? null : (series.values[low - 1] ?? null)
}

/** Change of cash that a trade made, in fen. */
const cashChange = (trade: Trade): number => {
  switch (trade.side) {
    case 'buy':
    case 'withdraw':
      return -trade.amount - trade.fee
    case 'sell':
    case 'deposit':
    case 'dividend':
      return trade.amount - trade.fee
    default:
      return 0
  }
}

/**
 * Assets of the clients who are in each cell today, at the last twelve week ends: today's units and cash, with the
 * trades since then taken back, at the prices of that day. What has no price history keeps today's price.
 */
export const cellSparks = (workspace: Workspace): ReadonlyMap<string, readonly number[]> => {
  const book = workspace.book()
  const known = cache.get(book)
  if (known !== undefined) return known
  const last = dayNumber(book.dataDate)
  const ends = Array.from({ length: WEEKS }, (_, i) => last - (WEEKS - 1 - i) * WEEK)
  const sparks = workspace.store.read(tx => {
    const result = new Map<string, number[]>()
    const holdings = Map.groupBy(tx.holdings.all(), holding => holding.clientId as string)
    const trades = Map.groupBy(tx.trades.since(isoDate(ends[0] ?? last)), trade => trade.clientId as string)
    // A money fund's series is its income per 10,000 units, not a price.
    const moneyFunds = new Set(tx.funds.all().flatMap(fund => (fund.type === 'money' ? [fund.code as string] : [])))
    const prices = new Map<string, readonly (number | null)[]>()
    const pricesOf = (code: string): readonly (number | null)[] => {
      const found = prices.get(code)
      if (found !== undefined) return found
      const series = moneyFunds.has(code) ? null : tx.navs.series(code)
      const row = ends.map(day => (series === null ? null : valueAt(series, day)))
      prices.set(code, row)
      return row
    }
    for (const entry of book.entries) {
      const sums = result.get(entry.cell) ?? ends.map(() => 0)
      result.set(entry.cell, sums)
      const held = holdings.get(entry.client.id) ?? []
      const since = trades.get(entry.client.id) ?? []
      const units = Map.groupBy(held, holding => holding.code as string)
      const codes = new Set([...units.keys(), ...since.flatMap(trade => trade.code ?? [])])
      ends.forEach((day, i) => {
        const later = since.filter(trade => trade.status === 'confirmed' && dayNumber(trade.date) > day)
        let value = entry.assets - entry.heldValue - later.reduce((sum, trade) => sum + cashChange(trade), 0)
        for (const code of codes) {
          const now = (units.get(code) ?? []).reduce((sum, holding) => sum + holding.units, 0)
          const worth = (units.get(code) ?? []).reduce((sum, holding) => sum + holding.value, 0)
          const change = later
            .filter(trade => trade.code === code && trade.side !== 'dividend')
            .reduce((sum, trade) => sum + (INWARDS.has(trade.side) ? trade.units : -trade.units), 0)
          const price = pricesOf(code)[i] ?? null
          value += price === null ? worth : ((now - change) / UNITS100) * price * FEN
        }
        sums[i] = (sums[i] ?? 0) + value
      })
    }
    return result
  })
  cache.set(book, sparks)
  return sparks
}
