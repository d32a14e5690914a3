import type { Figure } from '../../../model/report/figure.ts'
import type { FundPerformance } from '../../../model/report/fund/performance.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { lastAtOrBefore, yearsBefore } from '../day-axis.ts'
import { calendarYears } from './calendar-years.ts'
import { fundCurve } from './curve.ts'
import type { FundContext } from './fund-context.ts'
import { dateOf } from './figure-kit.ts'
import { returnStanding } from './peer-standing.ts'
import { periodColumn, type Periods } from './period-columns.ts'
import { rollingHolds } from './rolling-hold.ts'
import { PERIODS } from './windows.ts'

export function performanceSection(context: FundContext, periods: Periods): FundPerformance {
  const years = calendarYears(context)
  const standing = standingOverTime(context)
  const newest = standing.at(-1)
  const none = context.input.peers === null ? 'noPeers' : 'shorterThanWindow'
  return {
    curve: fundCurve(context),
    periods: PERIODS.map(id => periodColumn(context, periods, id)),
    years,
    standing,
    latestStanding: context.figure('standing.latest', 'standing', 'ratio', newest?.percentile ?? none, {
      to: newest === undefined ? undefined : dayNumber(newest.date),
      from: newest === undefined ? undefined : dayNumber(yearsBefore(newest.date, 1)),
      frequency: 'event',
      n: standing.length,
      inputs:
        newest === undefined
          ? []
          : [
              { name: 'rank', value: newest.rank },
              { name: 'm', value: newest.peers },
            ],
    }),
    winRate: winRate(context, 'winRate.months', false),
    winRateAgainstBenchmark: winRate(context, 'winRate.monthsAgainstBenchmark', true),
    hold: rollingHolds(context),
  }
}

/** Rank of the trailing year's return at each quarter end of the last five years. */
function standingOverTime(context: FundContext): FundPerformance['standing'] {
  const { days, adjusted } = context.history
  const last = isoDate(context.lastDay)
  const out: FundPerformance['standing'][number][] = []
  for (let back = 20; back >= 0; back--) {
    const months = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1 - back * 3
    // The first day of the next quarter, less one.
    const quarter = Math.floor(months / 3) * 3
    const next = `${Math.floor(quarter / 12)}-${String((quarter % 12) + 1).padStart(2, '0')}-01`
    const end = dayNumber(next) - 1
    const to = lastAtOrBefore(days, end)
    const from = lastAtOrBefore(days, dayNumber(yearsBefore(isoDate(end), 1)))
    if (from < 0 || to <= from) continue
    const toDay = days[to] as number
    const own = (adjusted[to] as number) / (adjusted[from] as number) - 1
    const s = returnStanding(context, days[from] as number, toDay, own)
    if (s === null) continue
    const { rank, peers, quartile } = s
    out.push({ date: dateOf(toDay), rank, peers, quartile, percentile: rank / peers })
  }
  return out
}

/** Share of months above 0, or above the benchmark, over all full months. */
function winRate(context: FundContext, id: string, against: boolean): Figure {
  const { history, benchmark, figure } = context
  const { days, adjusted } = history
  const fewest = context.input.conclusions.thresholds.fewestMonths
  if (against && benchmark === null) return figure(id, id, 'ratio', 'noBenchmark')
  let n = 0
  let wins = 0
  let base = -1
  for (let i = 1; i < days.length; i++) {
    const month = isoDate(days[i] as number).slice(0, 7)
    const next = days[i + 1]
    const closes = next === undefined ? false : isoDate(next).slice(0, 7) !== month
    if (!closes) continue
    if (base >= 0) {
      const own = (adjusted[i] as number) / (adjusted[base] as number) - 1
      const mark = against && benchmark !== null ? (benchmark[i] as number) / (benchmark[base] as number) - 1 : 0
      if (!Number.isNaN(mark)) {
        n++
        if (own > mark) wins++
      }
    }
    base = i
  }
  return figure(id, id, 'ratio', n < fewest ? 'tooFewReturns' : wins / n, {
    from: days[0],
    to: context.lastDay,
    frequency: 'monthly',
    n,
    benchmark: against ? context.benchmarkName : null,
  })
}
