import type { FundRisk } from '../../../model/report/fund/risk.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { lastAtOrBefore, yearsBefore } from '../day-axis.ts'
import { dateOf, type Reason } from './figure-kit.ts'
import type { FundContext } from './fund-context.ts'
import { rounded, samplePositions } from '../sample-days.ts'

/** Sharpe ratio of the trailing year, at most one a week. */
export function rollingSharpe(context: FundContext): FundRisk['rollingSharpe'] {
  const { days, dailyFrom } = context.history
  const first = context.money ? -1 : days.findIndex(day => day >= (days[dailyFrom] ?? day) + 365)
  const at = first < 0 ? new Int32Array(0) : samplePositions(first, days.length - 1, 160)
  const values = trailingSharpe(context, at)
  const reason: Reason | null =
    days.length < 2 ? 'noNav' : context.money ? 'moneyFund' : first < 0 ? 'underOneYear' : null
  const from = days[lastAtOrBefore(days, dayNumber(yearsBefore(isoDate(context.lastDay), 1)))]
  return {
    dates: Array.from(at, i => dateOf(days[i] as number)),
    values,
    latest: context.figure(
      'risk.rollingSharpe',
      'rollingSharpe',
      'number',
      reason ?? values.at(-1) ?? 'tooFewReturns',
      {
        from: reason === null ? from : undefined,
        to: context.lastDay,
        frequency: context.frequency,
        rf: context.input.riskFree,
      },
    ),
  }
}

function trailingSharpe(context: FundContext, at: Int32Array): (number | null)[] {
  const { days, adjusted, dailyFrom } = context.history
  // Prefix sums of returns and squares: any window is two differences.
  const sums = new Float64Array(days.length)
  const squares = new Float64Array(days.length)
  for (let i = 1; i < days.length; i++) {
    const r = (adjusted[i] as number) / (adjusted[i - 1] as number) - 1
    sums[i] = (sums[i - 1] as number) + r
    squares[i] = (squares[i - 1] as number) + r * r
  }
  return Array.from(at, to => {
    const from = lastAtOrBefore(days, dayNumber(yearsBefore(isoDate(days[to] as number), 1)))
    const n = to - from
    if (from < dailyFrom || n < context.input.conclusions.thresholds.minimumReturns) return null
    const mean = ((sums[to] as number) - (sums[from] as number)) / n
    const variance = ((squares[to] as number) - (squares[from] as number) - n * mean * mean) / (n - 1)
    if (!(variance > 1e-16)) return null
    return rounded(((mean - context.riskFreePerPeriod) / Math.sqrt(variance)) * Math.sqrt(context.periodsPerYear))
  })
}
