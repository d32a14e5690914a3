import { benchmarkTerms, type BenchmarkTerms } from '../metrics/benchmark-terms.ts'
import { fillMetrics } from '../metrics/fill-metrics.ts'
import type { KernelSettings } from '../metrics/kernel-settings.ts'
import { METRIC_SLOTS } from '../metrics/metric-slots.ts'
import { annualiseByDays } from './annualise-by-days.ts'
import type { MarketMatrix } from './market-matrix.ts'
import { rankGroups, type Grouping, type UniverseRanks } from './rank-groups.ts'

export interface UniverseInput extends Grouping {
  readonly matrix: MarketMatrix
  /** Benchmark levels on the days of the matrix; NaN before they begin. */
  readonly benchmarks: readonly Float64Array[]
  /** Benchmark of each fund among them; -1 for none. */
  readonly benchmarkOf: Int32Array
  readonly settings: KernelSettings
  /** Annual return, Calmar and Treynor by calendar days (ACT/365) instead of observations, as a fund's own diagnosis. */
  readonly actual365?: boolean
}

/** Positions of the base day and the last day on the axis of the matrix. */
export interface UniverseWindow {
  readonly from: number
  readonly to: number
}

export interface Universe extends UniverseRanks {
  readonly window: UniverseWindow
  /** One metric vector a fund; NaN where a fund does not cover the window. */
  readonly values: Float64Array
}

/** All metrics of every fund over one window, and the ranks within the peer groups. */
export function rankUniverse(input: UniverseInput, window: UniverseWindow): Universe {
  const values = measureUniverse(input, window)
  if (input.actual365 === true) annualiseByDays(values, input, window)
  return { window, values, ...rankGroups(values, input) }
}

export function measureUniverse(input: UniverseInput, { from, to }: UniverseWindow): Float64Array {
  const { matrix, benchmarkOf, settings } = input
  const { stride } = matrix
  const funds = matrix.codes.length
  const n = to - from
  const values = new Float64Array(funds * METRIC_SLOTS)
  const returns = new Float64Array(n)
  const scratch = new Float64Array(n)
  const terms = input.benchmarks.map(levels => windowTerms(levels, from, n, settings))
  for (let f = 0; f < funds; f++) {
    const vector = values.subarray(f * METRIC_SLOTS, (f + 1) * METRIC_SLOTS)
    const start = f * stride + from
    if (!covers(matrix.values, start, n)) {
      vector.fill(NaN)
      continue
    }
    windowReturns(matrix.values, start, n, returns)
    fillMetrics(vector, returns, terms[benchmarkOf[f] as number] ?? null, n, settings, scratch)
  }
  return values
}

/** Terms of a benchmark over a window; `null` where it does not reach back. */
export function windowTerms(
  levels: Float64Array,
  from: number,
  n: number,
  settings: KernelSettings,
): BenchmarkTerms | null {
  const returns = new Float64Array(n)
  windowReturns(levels, from, n, returns)
  return returns.some(x => Number.isNaN(x)) ? null : benchmarkTerms(returns, n, settings.riskFreePerPeriod)
}

/** NAV is NaN only before a fund's first and after its last: both ends known means all are. */
export function covers(values: Float64Array, start: number, n: number): boolean {
  return !Number.isNaN(values[start] as number) && !Number.isNaN(values[start + n] as number)
}

/** The `n` returns after position `start`. */
export function windowReturns(values: Float64Array, start: number, n: number, into: Float64Array): void {
  let before = values[start] as number
  for (let i = 0; i < n; i++) {
    const now = values[start + i + 1] as number
    into[i] = now / before - 1
    before = now
  }
}
