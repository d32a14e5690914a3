import { decideSegment } from '../../domain/segmentation/segment-client.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import type { PreviousSegment } from '../../model/segment-facts.ts'
import { WEEKS } from '../matrix/book-history.ts'
import { Fen } from '../../model/units.ts'
import type { Rules } from '../rules/rules.ts'
import { cellOf } from './cell-name.ts'
import type { Book, ClientEntry } from './client-entry.ts'
import { finished } from './refresh-book.ts'

const WEEK = 7
/** Week ends in a month of trading: the average of 20 days. */
const MONTH = 4

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Week ends of `entries[i]` up to the one that is `weeks` before the last. */
const monthUntil = (weekly: Float64Array, i: number, weeks: number): Float64Array => {
  const end = i * WEEKS + WEEKS - weeks
  return weekly.subarray(end - MONTH, end)
}

/**
 * The book as it would have been sorted on earlier week ends, the earliest first: assets as `bookHistory` works them out
 * from trades and prices, the 20-day average moved with them, each cell following on the one a week before. Everything
 * else that decides a cell is that of now. Clients who came later are not in it.
 */
export const earlierBooks = (
  book: Book,
  weekly: Float64Array,
  rules: Rules,
): readonly { readonly weeks: number; readonly book: Book }[] => {
  const last = dayNumber(book.dataDate)
  const previous = new Map<string, PreviousSegment>()
  const sorted = (weeks: number): readonly ClientEntry[] =>
    book.entries.flatMap((entry, i): readonly ClientEntry[] => {
      const { client, facts } = entry
      if (client.openedOn !== null && client.openedOn > isoDate(last - weeks * WEEK)) return []
      const now = meanOf(monthUntil(weekly, i, 0))
      const then = monthUntil(weekly, i, weeks)
      const assets = Math.max(0, Math.round(then.at(-1) ?? 0))
      const average = now > 0 ? Math.max(0, meanOf(then) / now) : 1
      const earlier = {
        ...facts,
        averageAssets: facts.averageAssets === null ? null : Fen.parse(Math.round(facts.averageAssets * average)),
        latestAssets: facts.latestAssets === null ? null : Fen.parse(assets),
      }
      const decision = decideSegment(earlier, previous.get(client.id) ?? null, rules.segments)
      const { tier, style } = decision
      previous.set(client.id, { tier, style })
      return [{ ...entry, facts: earlier, decision, cell: cellOf(tier, style), assets }]
    })
  return Array.from({ length: WEEKS - MONTH }, (_, i) => WEEKS - MONTH - i).map(weeks => ({
    weeks,
    book: finished(isoDate(last - weeks * WEEK), book.today, sorted(weeks), book.products),
  }))
}
