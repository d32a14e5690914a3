import { describe, expect, it } from 'vitest'
import { deepestDrawdowns, drawdownEpisodes } from '../../../src-main/domain/diagnosis/metrics/drawdown-episodes.ts'
import { metricsOf } from '../../../src-main/domain/diagnosis/metrics/metrics-of.ts'
import type { Metrics } from '../../../src-main/model/calc/metric-keys.ts'
import { hasShared } from '../../helpers/shared-folder.ts'
import {
  agrees,
  checkVectors,
  columnsOf,
  datesOf,
  readVectors,
  type Converted,
  type Vector,
} from '../../helpers/vectors.ts'

interface Case {
  readonly m: Metrics
  readonly r: readonly number[]
  readonly b: readonly number[]
  readonly f: readonly number[]
  readonly mar: number
  readonly of: (returns: readonly number[], benchmark?: readonly number[]) => Metrics
}

const N = 12
const some = (x: number | null): number => x ?? NaN
const root = Math.sqrt(N)

/** Each formula of PerformanceAnalytics written in our figures; the comment says where conventions differ. */
const conversions: Readonly<Record<string, (c: Case) => Converted>> = {
  total_return: ({ m }) => m.totalReturn,
  annual_return_geometric: ({ m }) => m.annualReturn,
  // Arithmetic: mean times N, the numerator of our Sharpe at rf 0.
  annual_return_arithmetic: ({ m }) => some(m.sharpe) * some(m.annualVolatility),
  volatility_annualized: ({ m }) => m.annualVolatility,
  max_drawdown: ({ m }) => m.maxDrawdown,
  sharpe_period_rf0: ({ m }) => some(m.sharpe) / root,
  // Numerator: geometric annual excess return.
  'sharpe_annualized_rf3.5pct': ({ r, f, of }) => {
    const excess = of(r.map((x, i) => x - (f[i] ?? 0)))
    return some(excess.annualReturn) / some(excess.annualVolatility)
  },
  // Not annualised: ours grows with sqrt N.
  sortino_mar0: ({ m }) => some(m.sortino) / root,
  'sortino_mar0.5pct': ({ m }) => some(m.sortino) / root,
  sortino_period: ({ m }) => some(m.sortino) / root,
  downside_deviation_mar0: ({ m }) => some(m.downsideDeviation) / root,
  'downside_deviation_mar0.5pct': ({ m }) => some(m.downsideDeviation) / root,
  downside_deviation: ({ m }) => some(m.downsideDeviation) / root,
  // Divides by the number of shortfalls instead of all.
  downside_deviation_subset_mar0: ({ m, r }) =>
    (some(m.downsideDeviation) / root) * Math.sqrt(r.length / r.filter(x => x < 0).length),
  semi_deviation: ({ r }) => {
    const required = r.reduce((a, x) => a + x, 0) / r.length
    const m = metricsOf({ returns: r, periodsPerYear: N, requiredReturnPerPeriod: required })
    return some(m.downsideDeviation) / root
  },
  calmar: ({ m }) => m.calmar,
  sterling: ({ m }) => some(m.annualReturn) / (some(m.maxDrawdown) + 0.1),
  burke: ({ m, r }) => some(m.annualReturn) / Math.hypot(...runsOfLosses(r)),
  pain_index: ({ m }) => m.painIndex,
  ulcer_index: ({ m }) => m.ulcerIndex,
  martin_ratio: ({ m }) => some(m.annualReturn) / some(m.ulcerIndex),
  average_drawdown: ({ m }) => m.averageDrawdown,
  // An open last episode ends one period after the last one there, with it here.
  average_drawdown_length: ({ m, r }) => some(m.averageDrawdownLength) + openShare(r),
  average_recovery: ({ m, r }) => some(m.averageRecovery) + openShare(r),
  omega_0: ({ m }) => m.omega,
  omega_sharpe_0: ({ m }) => some(m.omega) - 1,
  omega_sharpe: ({ m }) => some(m.omega) - 1,
  // Both means over their own months only.
  upside_potential_ratio: ({ m, r }) =>
    upside(r, 0) / ((some(m.downsideDeviation) / root) * Math.sqrt(r.length / r.filter(x => x < 0).length)),
  win_rate_gt0: ({ m }) => m.winRate,
  win_rate: ({ m }) => m.winRate,
  loss_rate_lt0: ({ r, of }) => of(r.map(x => -x)).winRate,
  downside_frequency: ({ r, mar, of }) => of(r.map(x => mar - x)).winRate,
  // Losses are negative there.
  var95_historical: ({ m }) => -some(m.valueAtRisk95),
  var95_gaussian: ({ m }) => -some(m.valueAtRisk95Gaussian),
  var95_modified: ({ m }) => -some(m.valueAtRisk95Modified),
  es95_historical: ({ m }) => -some(m.conditionalValueAtRisk95),
  // mean - s phi(z)/0.05, with s from our Gaussian value at risk.
  es95_gaussian: ({ m, r }) => {
    const mean = r.reduce((a, x) => a + x, 0) / r.length
    const z = 1.6448536269514722
    const s = (some(m.valueAtRisk95Gaussian) + mean) / z
    return mean - (s * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) / 0.05
  },
  skewness: ({ m }) => m.skewness,
  excess_kurtosis: ({ m }) => m.excessKurtosis,
  mean: ({ m }) => (some(m.sharpe) * some(m.annualVolatility)) / N,
  stdev: ({ m }) => some(m.annualVolatility) / root,
  geometric_mean: ({ m, r }) => (1 + some(m.totalReturn)) ** (1 / r.length) - 1,
  beta_rf0: ({ m }) => m.beta,
  beta: ({ r, b, f, of }) => of(less(r, f), less(b, f)).beta,
  alpha_period_rf0: ({ m }) => some(m.alpha) / N,
  'alpha_period_rf3.5pct': ({ m }) => some(m.alpha) / N,
  alpha_period: ({ r, b, f, of }) => some(of(less(r, f), less(b, f)).alpha) / N,
  // On geometric annual returns.
  'jensen_alpha_annual_rf3.5pct': ({ m, b, f, of }) => {
    const rf = (1 + (f[0] ?? 0)) ** N - 1
    return some(m.annualReturn) - rf - some(m.beta) * (some(of(b).annualReturn) - rf)
  },
  beta_bull: ({ m, r, b, f, of }) => (f[1] === f[0] ? m.betaBull : of(less(r, f), less(b, f)).betaBull),
  beta_bear: ({ m }) => m.betaBear,
  timing_ratio: ({ m }) => some(m.betaBull) / some(m.betaBear),
  active_premium: ({ m, b, of }) => some(m.annualReturn) - some(of(b).annualReturn),
  tracking_error: ({ m }) => m.trackingError,
  // Difference of geometric annual returns over the tracking error.
  information_ratio: ({ m, b, of }) => (some(m.annualReturn) - some(of(b).annualReturn)) / some(m.trackingError),
  // Numerator: geometric annual excess return.
  'treynor_rf3.5pct': ({ m, r, f, of }) => some(of(less(r, f)).annualReturn) / some(m.beta),
  // (geometric annual return - rf) sd(b)/sd(r) + rf at rf 0, both deviations with n.
  m_squared: ({ m, b, of }) => (some(m.annualReturn) * some(of(b).annualVolatility)) / some(m.annualVolatility),
  correlation: ({ m }) => m.correlation,
  r_squared: ({ m }) => m.rSquared,
  up_capture_arith: ({ r, b }) => arithmetic(r, b, y => y > 0),
  down_capture_arith: ({ r, b }) => arithmetic(r, b, y => y < 0),
  // Compounded over the months instead of the mean month.
  up_capture_geom: ({ r, b, of }) => compounded(r, b, of, y => y > 0),
  down_capture_geom: ({ r, b, of }) => compounded(r, b, of, y => y < 0),
  up_number: ({ r, b, of }) => of(only(r, b, y => y > 0)).winRate,
  down_number: ({ r, b, of }) => of(only(r, b, y => y < 0).map(x => -x)).winRate,
  up_percent_outperform: ({ r, b, of }) => of(only(less(r, b), b, y => y > 0)).winRate,
  down_percent_outperform: ({ r, b, of }) => of(only(less(r, b), b, y => y < 0)).winRate,
  systematic_risk: ({ m, b, of }) => some(m.beta) * some(of(b).annualVolatility),
  // Residual deviation with n.
  specific_risk: ({ m, r }) => some(m.annualVolatility) * population(r) * Math.sqrt(1 - some(m.rSquared)),
  total_risk: ({ m, b, r, of }) =>
    Math.hypot(
      some(m.beta) * some(of(b).annualVolatility),
      some(m.annualVolatility) * population(r) * Math.sqrt(1 - some(m.rSquared)),
    ),
  gain_loss_ratio: ({ m }) => m.omega,
  // Intercept of the regression on annual returns.
  regression_epsilon: ({ m, b, of }) => {
    const own = some(m.annualReturn)
    return own - (some(m.alpha) / N + some(m.beta) * some(of(b).annualReturn))
  },
  d_ratio: ({ m, r }) => (r.filter(x => x < 0).length / r.filter(x => x > 0).length) * (1 / some(m.omega)),
  fama_beta: ({ m, b, r, of }) =>
    (some(m.annualVolatility) * population(r)) / (some(of(b).annualVolatility) * population(b)),
  kappa_2: ({ m }) => some(m.sortino) / root,
  m2_sortino: ({ m, b, mar }) => {
    const bench = metricsOf({ returns: b, periodsPerYear: N, requiredReturnPerPeriod: mar })
    const mine = some(m.sortino) / root
    return some(m.annualReturn) + mine * (some(bench.downsideDeviation) - some(m.downsideDeviation))
  },
  net_selectivity: ({ m, b, r, of }) => {
    const bench = some(of(b).annualReturn)
    const fama = (some(m.annualVolatility) * population(r)) / (some(of(b).annualVolatility) * population(b))
    const selectivity = some(m.annualReturn) - some(m.beta) * bench
    return selectivity - (fama - some(m.beta)) * bench
  },
  skewness_kurtosis_ratio: ({ m }) => some(m.skewness) / (some(m.excessKurtosis) + 3),
  volatility_skewness: ({ r, mar }) => {
    const up = metricsOf({ returns: r.map(x => -x), periodsPerYear: N, requiredReturnPerPeriod: -mar })
    const down = metricsOf({ returns: r, periodsPerYear: N, requiredReturnPerPeriod: mar })
    return (some(up.downsideDeviation) / some(down.downsideDeviation)) ** 2
  },
  // Unbiased sample kurtosis, not excess.
  kurtosis_sample: ({ m, r }) => {
    const n = r.length
    const population4 = (some(m.excessKurtosis) + 3) * ((n - 1) / n) ** 2 * n
    return (population4 * n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))
  },
}

const less = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x - (b[i] ?? 0))
const only = (a: readonly number[], b: readonly number[], keep: (y: number) => boolean): number[] =>
  a.filter((_, i) => keep(b[i] ?? 0))
/** Drawdowns of Burke there: each run of negative months by itself, compounded on 1 + r/100, times 100; the first month opens none. */
const runsOfLosses = (r: readonly number[]): number[] => {
  const runs: number[] = []
  let wealth = 1
  r.forEach((x, i) => {
    if (i > 0 && x < 0) wealth *= 1 + x * 0.01
    if (wealth !== 1 && (x >= 0 || i === r.length - 1)) {
      runs.push((wealth - 1) * 100)
      wealth = 1
    }
  })
  return runs
}
const population = (r: readonly number[]): number => Math.sqrt((r.length - 1) / r.length)
const upside = (r: readonly number[], mar: number): number => {
  const above = r.filter(x => x > mar)
  return above.reduce((a, x) => a + x - mar, 0) / above.length
}
const openShare = (r: readonly number[]): number => {
  const episodes = drawdownEpisodes(r)
  return episodes.filter(e => e.recovery === null).length / episodes.length
}
const sum = (a: readonly number[]): number => a.reduce((x, y) => x + y, 0)
const arithmetic = (r: readonly number[], b: readonly number[], keep: (y: number) => boolean): number =>
  sum(only(r, b, keep)) / sum(only(b, b, keep))
const compounded = (r: readonly number[], b: readonly number[], of: Case['of'], keep: (y: number) => boolean): number =>
  some(of(only(r, b, keep)).totalReturn) / some(of(only(b, b, keep)).totalReturn)

function caseOf({ input }: Vector): Case {
  const scale = typeof input['scale'] === 'number' ? input['scale'] : N
  const riskFree = input['risk_free']
  const names = ['returns', 'benchmark', 'risk_free'].map(k => input[k]).filter(x => typeof x === 'string')
  const values = input['values'] as readonly (number | null)[] | undefined
  let columns = values === undefined ? columnsOf(String(input['dataset']), names) : [values.filter(x => x !== null)]
  if (input['rows'] === 'first 100') columns = columns.map(c => c.slice(0, 100))
  if (input['range'] === '1996') columns = columns.map(c => c.slice(0, 12))
  const r = columns[0] ?? []
  const b = typeof input['benchmark'] === 'string' ? (columns[1] ?? []) : []
  const free = typeof riskFree === 'string' ? (columns[2] ?? []) : r.map(() => Number(riskFree ?? 0))
  const mar = Number(input['MAR'] ?? 0)
  const constant = typeof riskFree === 'string' ? 0 : Number(riskFree ?? 0)
  const of = (returns: readonly number[], benchmark?: readonly number[]): Metrics =>
    metricsOf({ returns, periodsPerYear: scale, benchmarkReturns: benchmark })
  const m = metricsOf({
    returns: r,
    benchmarkReturns: b.length > 0 ? b : undefined,
    periodsPerYear: scale,
    riskFreePerPeriod: constant,
    requiredReturnPerPeriod: mar,
  })
  return { m, r, b, f: free, mar, of }
}

const convert = (vector: Vector): Converted => {
  const conversion = conversions[vector.metric]
  return conversion === undefined ? { notApplicable: 'no figure of ours' } : conversion(caseOf(vector))
}

describe.skipIf(!hasShared('vectors'))('reference values of PerformanceAnalytics', () => {
  it('are met by the metrics after converting conventions, computed set', () => {
    checkVectors('performanceanalytics_computed', convert)
  })

  it('are met by the metrics after converting conventions, stated set', () => {
    checkVectors('performanceanalytics_stated', convert)
  })

  it('are met by the drawdown tables and calendar years', () => {
    const vectors = readVectors('tables_rolling_style')
    for (const vector of vectors) {
      const { dataset, returns } = vector.input as { dataset: string; returns: string }
      const [r = []] = columnsOf(dataset, [returns])
      const dates = datesOf(dataset, [returns])
      if (vector.metric === 'drawdown_table') {
        const expected = vector.expected as readonly Readonly<Record<string, number | string>>[]
        const found = deepestDrawdowns(r, dates, 5)
        expected.forEach((row, i) => {
          const ours = found[i]
          expect(ours?.depth).toBeCloseTo(-Number(row['depth']), 10)
          expect(ours?.trough).toBe(row['trough'])
          // Their first date is the first period below the peak, ours the peak itself.
          expect(dates[dates.indexOf(String(ours?.peak)) + 1]).toBe(row['from'])
          expect(ours?.recovery ?? null).toBe(row['to'])
          expect([ours?.length, ours?.toTrough, ours?.recoveryLength]).toEqual([
            row['length'],
            row['peaktotrough'],
            row['recovery'],
          ])
        })
      } else {
        for (const [year, value] of Object.entries(vector.expected as Record<string, number>)) {
          const own = r.filter((_, i) => dates[i]?.startsWith(year) === true)
          expect(metricsOf({ returns: own, periodsPerYear: N }).totalReturn).toBeCloseTo(value, 10)
        }
      }
    }
    console.log(`tables_rolling_style: ${vectors.length} of ${vectors.length} pass`)
    expect(agrees(null, { id: '', metric: '', input: {}, expected: null, tolerance: {} })).toBe(true)
  })
})
