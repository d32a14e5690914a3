import type { Figure } from '../../../model/report/figure.ts'
import type { CalendarYear } from '../../../model/report/fund/performance.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import { againstBenchmark } from './against-benchmark.ts'
import type { FundContext } from './fund-context.ts'
import type { CardFacts } from './figure-kit.ts'
import { returnStanding } from './peer-standing.ts'
import { rounded } from '../sample-days.ts'

/** One row a calendar year, newest first; the first and the current one may be short. */
export function calendarYears(context: FundContext): readonly CalendarYear[] {
  const { days } = context.history
  if (days.length < 2) return []
  const first = Number(isoDate(days[0] as number).slice(0, 4))
  const last = Number(isoDate(days.at(-1) as number).slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_, i) => calendarYear(context, last - i)).filter(y => y !== null)
}

function calendarYear(context: FundContext, year: number): CalendarYear | null {
  const { history, benchmark, figure } = context
  const { days, adjusted } = history
  const before = lastAtOrBefore(days, dayNumber(`${year}-01-01`) - 1)
  const from = Math.max(0, before)
  const to = lastAtOrBefore(days, dayNumber(`${year}-12-31`))
  if (to <= from) return null
  const fromDay = days[from] as number
  const toDay = days[to] as number
  const own = (adjusted[to] as number) / (adjusted[from] as number) - 1
  const theirs = benchmark === null ? NaN : (benchmark[to] as number) / (benchmark[from] as number) - 1
  const standing = returnStanding(context, fromDay, toDay, own)
  const facts: CardFacts = { from: fromDay, to: toDay, frequency: context.frequency, n: to - from }
  const id = `year${year}`
  return {
    year,
    whole: before >= 0 && toDay >= dayNumber(`${year}-12-20`),
    fund: figure(`${id}.fund`, 'totalReturn', 'return', own, facts),
    ...againstBenchmark(context, id, own, theirs, facts),
    maxDrawdown: figure(`${id}.maxDrawdown`, 'maxDrawdown', 'ratio', deepest(adjusted, from, to), facts),
    rank: figure(`${id}.rank`, 'rank', 'count', standing?.rank ?? 'noPeers', facts),
    peers: figure(`${id}.peers`, 'peers', 'count', standing?.peers ?? 'noPeers', facts),
    quartile: figure(`${id}.quartile`, 'quartile', 'count', standing?.quartile ?? 'noPeers', facts),
    months: monthsOf(context, year),
  }
}

/** Returns of the months of a year; the first month of the fund has no return of a full month. */
function monthsOf(context: FundContext, year: number): (Figure | null)[] {
  const { days, adjusted } = context.history
  return Array.from({ length: 12 }, (_, month) => {
    const first = dayNumber(`${year}-${String(month + 1).padStart(2, '0')}-01`)
    const next =
      month === 11 ? dayNumber(`${year + 1}-01-01`) : dayNumber(`${year}-${String(month + 2).padStart(2, '0')}-01`)
    const from = lastAtOrBefore(days, first - 1)
    const to = lastAtOrBefore(days, next - 1)
    if (from < 0 || to <= from) return null
    const own = rounded((adjusted[to] as number) / (adjusted[from] as number) - 1)
    return context.figure(`year${year}.month${month + 1}`, 'monthReturn', 'return', own, {
      from: days[from],
      to: days[to],
      frequency: 'monthly',
      n: to - from,
    })
  })
}

/** Deepest fall from a peak between two positions. */
export function deepest(values: Float64Array, from: number, to: number): number {
  let peak = values[from] as number
  let worst = 0
  for (let i = from + 1; i <= to; i++) {
    const value = values[i] as number
    if (value > peak) peak = value
    else if (1 - value / peak > worst) worst = 1 - value / peak
  }
  return worst
}
