import { METRIC_KEYS, type Metrics, type MetricValues, type TimingRegression } from '../../../model/calc/metric-keys.ts'
import { benchmarkTerms } from './benchmark-terms.ts'
import { deepestDrawdowns } from './drawdown-episodes.ts'
import { fillMetrics } from './fill-metrics.ts'
import { HENRIKSSON_MERTON, METRIC_SLOTS, SLOT, TREYNOR_MAZUY } from './metric-slots.ts'

export interface MetricsInput {
  /** Simple returns as fractions, one a period, in order of time. */
  readonly returns: ArrayLike<number>
  /** One date a return, or one more with the date of the start first. */
  readonly dates?: readonly string[] | undefined
  /** Aligned with `returns`. */
  readonly benchmarkReturns?: ArrayLike<number> | undefined
  readonly periodsPerYear: number
  readonly riskFreePerPeriod?: number | undefined
  readonly requiredReturnPerPeriod?: number | undefined
}

const DEEPEST = 5

/** All metrics of one series; `null` where one is not defined. Definitions: spec of `calc metrics`. */
export function metricsOf(input: MetricsInput): Metrics {
  const returns = floats(input.returns)
  const benchmark = input.benchmarkReturns === undefined ? null : floats(input.benchmarkReturns)
  if (benchmark !== null && benchmark.length !== returns.length)
    throw new Error('benchmark returns must align with returns')
  const out = new Float64Array(METRIC_SLOTS)
  const settings = {
    periodsPerYear: input.periodsPerYear,
    riskFreePerPeriod: input.riskFreePerPeriod ?? 0,
    requiredReturnPerPeriod: input.requiredReturnPerPeriod ?? 0,
  }
  const n = returns.length
  const terms = benchmark === null ? null : benchmarkTerms(benchmark, n, settings.riskFreePerPeriod)
  fillMetrics(out, returns, terms, n, settings, new Float64Array(n))
  return {
    ...namedMetrics(out),
    treynorMazuy: timing(out, TREYNOR_MAZUY),
    henrikssonMerton: timing(out, HENRIKSSON_MERTON),
    drawdowns: deepestDrawdowns(returns, input.dates, DEEPEST),
  }
}

/** Names the numbers of a metric vector. */
export function namedMetrics(out: Float64Array): MetricValues {
  const values: Partial<Record<keyof MetricValues, number | null>> = {}
  for (const key of METRIC_KEYS) values[key] = orNull(out[SLOT[key]])
  return values as MetricValues
}

function timing(out: Float64Array, at: number): TimingRegression {
  return {
    alpha: orNull(out[at]),
    beta: orNull(out[at + 1]),
    gamma: orNull(out[at + 2]),
    gammaT: orNull(out[at + 3]),
  }
}

function orNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null
}

function floats(values: ArrayLike<number>): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values)
}
