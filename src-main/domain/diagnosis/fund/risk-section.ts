import { METRIC_KEYS } from '../../../model/calc/metric-keys.ts'
import type { Figure } from '../../../model/report/figure.ts'
import type { DrawdownRow, FundRisk, RiskColumn } from '../../../model/report/fund/risk.ts'
import { drawdownEpisodes } from '../metrics/drawdown-episodes.ts'
import { dateOf } from './figure-kit.ts'
import type { FundContext } from './fund-context.ts'
import { metricFigure } from './metric-figure.ts'
import type { Periods } from './period-columns.ts'
import { lowestOf, rounded, samplePositions, withPosition } from '../sample-days.ts'
import { rollingSharpe } from './rolling-sharpe.ts'
import { stepReturns } from './window-metrics.ts'

const COLUMNS = ['1y', '3y', '5y', 'sinceInception'] as const
const DEEPEST = 5

export function riskSection(context: FundContext, periods: Periods): FundRisk {
  const { history } = context
  const { days } = history
  const fund = underwater(history.adjusted)
  const benchmark = context.benchmark === null ? null : underwater(context.benchmark)
  const at = withPosition(samplePositions(0, days.length - 1), lowestOf(fund))
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
      const count = (name: string, from: number, to: number | null): Figure =>
        context.figure(
          `drawdown${i + 1}.${name}`,
          `drawdown.${name}`,
          'days',
          to === null ? 'openDrawdown' : to - from,
          {
            from: days[from],
            to: days[to ?? last],
            frequency: context.frequency,
            n: (to ?? last) - from,
          },
        )
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
        days: count('days', e.peak, end),
        daysToTrough: count('toTrough', e.peak, e.trough),
        daysToRecovery: count('toRecovery', e.trough, e.recovery),
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
