import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import { weeklyAssets, type AssetFlow } from '../../domain/segmentation/weekly-assets.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Book } from '../book/client-entry.ts'

export const WEEKS = 12
const WEEK = 7

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

const pricesAt = (tx: ReadTx, ends: readonly number[]): ((code: string) => readonly (number | null)[]) => {
  // A money fund's series is its income per 10,000 units, not a price.
  const moneyFunds = new Set(tx.funds.all().flatMap(fund => (fund.type === 'money' ? [fund.code as string] : [])))
  const known = new Map<string, readonly (number | null)[]>()
  return code => {
    const found = known.get(code)
    if (found !== undefined) return found
    const series = moneyFunds.has(code) ? null : tx.navs.series(code)
    const row = ends.map(day => (series === null ? null : valueAt(series, day)))
    known.set(code, row)
    return row
  }
}

const flowsByClient = (tx: ReadTx, from: number): ReadonlyMap<string, readonly AssetFlow[]> => {
  const flows = new Map<string, AssetFlow[]>()
  for (const { clientId, date, ...flow } of tx.trades.flows(isoDate(from))) {
    const own = flows.get(clientId)
    const one = { ...flow, day: dayNumber(date) }
    if (own === undefined) flows.set(clientId, [one])
    else own.push(one)
  }
  return flows
}

/**
 * Assets of every client at the last twelve week ends, client after client in the order of the book, in fen. What has no
 * price history keeps today's price.
 */
export const bookHistory = (tx: ReadTx, book: Book): Float64Array => {
  const last = dayNumber(book.dataDate)
  const ends = Array.from({ length: WEEKS }, (_, i) => last - (WEEKS - 1 - i) * WEEK)
  const prices = pricesAt(tx, ends)
  const flows = flowsByClient(tx, ends[0] ?? last)
  const weekly = new Float64Array(book.entries.length * WEEKS)
  book.entries.forEach(({ client, assets, heldValue, holdings }, i) => {
    weekly.set(weeklyAssets(assets - heldValue, holdings, flows.get(client.id) ?? [], ends, prices), i * WEEKS)
  })
  return weekly
}
