import { METRIC_KEYS } from '../../../model/calc/metric-keys.ts'
import type { Figure } from '../../../model/report/figure.ts'
import type { DrawdownRow, FundRisk, RiskColumn } from '../../../model/report/fund/risk.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { lastAtOrBefore, yearsBefore } from '../day-axis.ts'
import { drawdownEpisodes } from '../metrics/drawdown-episodes.ts'
import { dateOf } from './figure-kit.ts'
import type { FundContext } from './fund-context.ts'
import { metricFigure } from './metric-figure.ts'
import type { Periods } from './period-columns.ts'
import { rounded, samplePositions } from './sample-days.ts'
import { stepReturns } from './window-metrics.ts'

const COLUMNS = ['1y', '3y', '5y', 'sinceInception'] as const
const DEEPEST = 5

export function riskSection(context: FundContext, periods: Periods): FundRisk {
  const { history } = context
  const { days } = history
  const fund = underwater(history.adjusted)
  const benchmark = context.benchmark === null ? null : underwater(context.benchmark)
  const at = samplePositions(0, days.length - 1)
  return {
    underwater: {
      dates: Array.from(at, i => dateOf(days[i] as number)),
      fund: Array.from(at, i => rounded(fund[i] as number)),
      benchmark: benchmark === null ? null : Array.from(at, i => orNull(benchmark[i] as number)),
    },
    current: context.figure(
      'risk.current',
      'currentDrawdown',
      'ratio',
      days.length < 2 ? 'noNav' : -(fund.at(-1) ?? NaN),
      {
        from: days[0],
        to: context.lastDay,
        frequency: context.frequency,
        n: Math.max(0, days.length - 1),
      },
    ),
    drawdowns: drawdownRows(context),
    columns: COLUMNS.map(id => riskColumn(context, periods, id)),
    rollingSharpe: rollingSharpe(context),
  }
}

/** Distance to the highest value so far, 0 or negative; NaN stays NaN. */
function underwater(values: Float64Array): Float64Array {
  let peak = -Infinity
  return values.map(value => {
    if (value > peak) peak = value
    return value / peak - 1
  })
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : rounded(value)
}

function drawdownRows(context: FundContext): DrawdownRow[] {
  const { adjusted, days } = context.history
  const last = days.length - 1
  return drawdownEpisodes(stepReturns(adjusted, 0, last))
    .toSorted((a, b) => b.depth - a.depth || a.peak - b.peak)
    .slice(0, DEEPEST)
    .map((e, i) => {
      const end = e.recovery ?? last
      return {
        depth: context.figure(`drawdown${i + 1}.depth`, 'drawdown', 'ratio', e.depth, {
          from: days[e.peak],
          to: days[end],
          frequency: context.frequency,
          n: end - e.peak,
        }),
        peak: dateOf(days[e.peak] as number),
        trough: dateOf(days[e.trough] as number),
        recovery: e.recovery === null ? null : dateOf(days[e.recovery] as number),
        days: end - e.peak,
        daysToTrough: e.trough - e.peak,
        daysToRecovery: e.recovery === null ? null : e.recovery - e.trough,
        repairDays: e.recovery === null ? null : (days[e.recovery] as number) - (days[e.trough] as number),
      }
    })
}

function riskColumn(context: FundContext, periods: Periods, id: RiskColumn['id']): RiskColumn {
  const m = periods.get(id) ?? null
  const figures: Record<string, Figure> = {}
  const none = context.history.days.length < 2 ? 'noNav' : 'shorterThanWindow'
  for (const key of METRIC_KEYS) figures[key] = metricFigure(context, `risk.${id}.${key}`, key, m, none)
  const { days } = context.history
  const window =
    m === null ? null : { from: dateOf(days[m.riskFrom] as number), to: dateOf(days[m.window.to] as number) }
  return { id, window, figures }
}

/** Sharpe ratio of the trailing year, at most one a week. */
function rollingSharpe(context: FundContext): FundRisk['rollingSharpe'] {
  const { days, adjusted, dailyFrom } = context.history
  if (context.money || days.length < 2) return { dates: [], values: [] }
  const first = days.findIndex(day => day >= (days[dailyFrom] as number) + 365)
  if (first < 0) return { dates: [], values: [] }
  const at = samplePositions(first, days.length - 1, 160)
  // Prefix sums of returns and squares: any window is two differences.
  const sums = new Float64Array(days.length)
  const squares = new Float64Array(days.length)
  for (let i = 1; i < days.length; i++) {
    const r = (adjusted[i] as number) / (adjusted[i - 1] as number) - 1
    sums[i] = (sums[i - 1] as number) + r
    squares[i] = (squares[i - 1] as number) + r * r
  }
  const values = Array.from(at, to => {
    const from = lastAtOrBefore(days, dayNumber(yearsBefore(isoDate(days[to] as number), 1)))
    const n = to - from
    if (from < dailyFrom || n < context.input.conclusions.thresholds.minimumReturns) return null
    const mean = ((sums[to] as number) - (sums[from] as number)) / n
    const variance = ((squares[to] as number) - (squares[from] as number) - n * mean * mean) / (n - 1)
    if (!(variance > 1e-16)) return null
    return rounded(((mean - context.riskFreePerPeriod) / Math.sqrt(variance)) * Math.sqrt(context.periodsPerYear))
  })
  return { dates: Array.from(at, i => dateOf(days[i] as number)), values }
}
