import type { MetricKey } from '../../../model/calc/metric-keys.ts'
import type { Figure, FigureCard, FigureUnit } from '../../../model/report/figure.ts'
import { DEVIATION, MEAN, SLOT } from '../metrics/metric-slots.ts'
import type { FundContext } from './fund-context.ts'
import type { Reason } from './figure-kit.ts'
import { metricValue, type WindowMetrics } from './window-metrics.ts'

const RETURNS = new Set<MetricKey>(['totalReturn', 'annualReturn', 'best', 'worst', 'alpha', 'treynor', 'mSquared'])
const RATIOS = new Set<MetricKey>([
  'annualVolatility',
  'downsideDeviation',
  'maxDrawdown',
  'ulcerIndex',
  'painIndex',
  'averageDrawdown',
  'valueAtRisk95',
  'conditionalValueAtRisk95',
  'valueAtRisk95Gaussian',
  'valueAtRisk95Modified',
  'winRate',
  'trackingError',
  'rSquared',
  'upCapture',
  'downCapture',
])
const COUNTS = new Set<MetricKey>(['averageDrawdownLength', 'averageRecovery', 'longestWinStreak', 'longestLossStreak'])
const USES_FREE = new Set<MetricKey>([
  'sharpe',
  'sortino',
  'downsideDeviation',
  'omega',
  'alpha',
  'treynor',
  'mSquared',
])

export function unitOf(key: MetricKey): FigureUnit {
  return RETURNS.has(key) ? 'return' : RATIOS.has(key) ? 'ratio' : COUNTS.has(key) ? 'count' : 'number'
}

/** A metric of a window as a figure with its card; the missing window gives the reason. */
export function metricFigure(
  context: FundContext,
  id: string,
  key: MetricKey,
  m: WindowMetrics | null,
  missing: Reason = 'shorterThanWindow',
): Figure {
  const value = m === null ? missing : metricValue(context, m, key)
  if (m === null) return context.figure(id, key, unitOf(key), value)
  const { days } = context.history
  const uses = USES_FREE.has(key)
  return context.figure(id, key, unitOf(key), value, {
    from: days[key === 'totalReturn' || key === 'annualReturn' ? m.window.from : m.riskFrom],
    to: days[m.window.to],
    frequency: context.frequency,
    n: m.n,
    rf: uses ? context.input.riskFree : null,
    benchmark: m.relative ? context.benchmarkName : null,
    inputs: typeof value === 'number' ? inputsOf(context, key, m) : [],
  })
}

/** The numbers the formula puts together, where that is more than the returns themselves. */
function inputsOf(context: FundContext, key: MetricKey, m: WindowMetrics): FigureCard['inputs'] {
  const at = (slot: number): number => m.values[slot] as number
  const perYear = { name: 'N', value: context.periodsPerYear }
  const annual = { name: 'annualReturn', value: at(SLOT.annualReturn) }
  const mean = { name: 'mean(r)', value: at(MEAN) }
  const free = { name: 'f', value: context.riskFreePerPeriod }
  switch (key) {
    case 'annualReturn':
      return [
        { name: 'R', value: at(SLOT.totalReturn) },
        { name: 'days', value: m.calendarDays },
      ]
    case 'annualVolatility':
      return [{ name: 'sd(r)', value: at(DEVIATION) }, perYear]
    case 'sharpe':
      return [mean, free, { name: 'sd(r)', value: at(DEVIATION) }, perYear]
    case 'sortino':
      return [mean, free, { name: 'downsideDeviation', value: at(SLOT.downsideDeviation) }, perYear]
    case 'calmar':
      return [annual, { name: 'maxDrawdown', value: at(SLOT.maxDrawdown) }]
    case 'alpha':
      return [mean, free, { name: 'beta', value: at(SLOT.beta) }, perYear]
    case 'treynor':
      return [annual, { name: 'beta', value: at(SLOT.beta) }]
    case 'informationRatio':
      return [{ name: 'trackingError', value: at(SLOT.trackingError) }, perYear]
    default:
      return []
  }
}
