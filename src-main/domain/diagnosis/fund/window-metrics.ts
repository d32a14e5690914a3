import { METRIC_KEYS, type MetricKey } from '../../../model/calc/metric-keys.ts'
import { annualized } from '../../portfolio/annualized.ts'
import { benchmarkTerms } from '../metrics/benchmark-terms.ts'
import { fillMetrics } from '../metrics/fill-metrics.ts'
import { METRIC_SLOTS, SLOT } from '../metrics/metric-slots.ts'
import type { FundContext } from './fund-context.ts'
import type { Reason } from './figure-kit.ts'
import { spanOf, type Window } from './windows.ts'

/** All metrics of a window, with why its risk figures are missing where they are. */
export interface WindowMetrics {
  readonly window: Window
  /** Position risk figures begin at: behind a closed period. */
  readonly riskFrom: number
  /** The metric vector; NaN where not defined. Annual return, Calmar and Treynor by calendar days (ACT/365). */
  readonly values: Float64Array
  readonly n: number
  readonly calendarDays: number
  /** Whether the benchmark covers the window. */
  readonly relative: boolean
}

/** A year of calendar days; a window from one day to the same day of the next year is a whole one. */
const YEAR = 365

const RELATIVE = new Set<MetricKey>(
  METRIC_KEYS.slice(METRIC_KEYS.indexOf('beta'), METRIC_KEYS.indexOf('downCapture') + 1),
)
/** Figures of which a few returns or a part of a year tell nothing. */
const ALWAYS = new Set<MetricKey>(['totalReturn', 'maxDrawdown', 'best', 'worst'])
const NEEDS_YEAR = new Set<MetricKey>([
  'annualReturn',
  'annualVolatility',
  'downsideDeviation',
  'sharpe',
  'sortino',
  'calmar',
  'alpha',
  'trackingError',
  'informationRatio',
  'treynor',
  'mSquared',
])
/** What stands for risk of money funds would be the rounding of their income. */
const MONEY = new Set<string>(['totalReturn', 'annualReturn', 'maxDrawdown'] satisfies MetricKey[])

/** Whether a metric says something about a fund of this kind. */
export function metricApplies(id: string, money: boolean): boolean {
  return !money || MONEY.has(id)
}

export function windowMetrics(context: FundContext, window: Window): WindowMetrics {
  const { history, benchmark, periodsPerYear, riskFreePerPeriod, input } = context
  // Weekly NAV of the closed period is not daily data: risk begins behind it.
  const from = context.frequency === 'daily' ? Math.max(window.from, history.dailyFrom) : window.from
  const n = Math.max(0, window.to - from)
  const returns = stepReturns(history.adjusted, from, window.to)
  const relative = benchmark !== null && !Number.isNaN(benchmark[from] ?? NaN)
  const against = relative ? benchmarkTerms(stepReturns(benchmark, from, window.to), n, riskFreePerPeriod) : null
  const values = new Float64Array(METRIC_SLOTS)
  const settings = { periodsPerYear, riskFreePerPeriod, requiredReturnPerPeriod: riskFreePerPeriod }
  fillMetrics(values, returns, against, n, settings, new Float64Array(n))
  const total = (history.adjusted[window.to] as number) / (history.adjusted[window.from] as number) - 1
  const calendarDays = spanOf(context, window)
  const annual = annualized(total, calendarDays)
  values[SLOT.totalReturn] = total
  values[SLOT.annualReturn] = annual
  const deepest = values[SLOT.maxDrawdown] as number
  values[SLOT.calmar] = deepest > 0 ? annual / deepest : NaN
  values[SLOT.treynor] = (annual - input.riskFree) / (values[SLOT.beta] as number)
  return { window, riskFrom: from, values, n, calendarDays, relative }
}

/** The value of a metric, or why it is missing. */
export function metricValue(context: FundContext, m: WindowMetrics, key: MetricKey): number | null | Reason {
  if (!metricApplies(key, context.money)) return 'moneyFund'
  if (RELATIVE.has(key) && !m.relative) return 'noBenchmark'
  if (!ALWAYS.has(key)) {
    if (m.n < context.input.conclusions.thresholds.minimumReturns && key !== 'annualReturn') return 'tooFewReturns'
    if (NEEDS_YEAR.has(key) && m.calendarDays < YEAR) return 'underOneYear'
  }
  const value = m.values[SLOT[key]] as number
  return Number.isFinite(value) ? value : null
}

/** Simple returns between neighbouring positions. */
export function stepReturns(values: Float64Array, from: number, to: number): Float64Array {
  const out = new Float64Array(Math.max(0, to - from))
  for (let i = from + 1; i <= to; i++) out[i - from - 1] = (values[i] as number) / (values[i - 1] as number) - 1
  return out
}
