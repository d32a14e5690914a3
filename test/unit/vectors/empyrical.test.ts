import { describe, expect, it } from 'vitest'
import { metricsOf } from '../../../src-main/domain/diagnosis/metrics/metrics-of.ts'
import { adjustedNav } from '../../../src-main/domain/portfolio/adjusted-nav.ts'
import type { Metrics } from '../../../src-main/model/calc/metric-keys.ts'
import { hasShared, readSharedCsv } from '../../helpers/shared-folder.ts'
import { checkVectors, readVectors, type Converted, type Vector } from '../../helpers/vectors.ts'

interface Case {
  readonly m: Metrics
  readonly r: readonly number[]
  readonly b: readonly number[]
}

const N = 252
const some = (x: number | null): number => x ?? NaN
const years = (n: number): number => N / n

/** Each formula of empyrical in our figures; the comment says where conventions differ. */
const conversions: Readonly<Record<string, (c: Case) => Converted>> = {
  n_returns: ({ r }) => r.length,
  n_common: ({ r }) => r.length,
  total_return: ({ m }) => m.totalReturn,
  annual_return: ({ m }) => m.annualReturn,
  annual_volatility: ({ m }) => m.annualVolatility,
  max_drawdown: ({ m }) => -some(m.maxDrawdown),
  sharpe_rf0: ({ m }) => m.sharpe,
  'sharpe_rf1.5pct': ({ m }) => m.sharpe,
  sortino_mar0: ({ m }) => m.sortino,
  downside_risk_mar0: ({ m }) => m.downsideDeviation,
  calmar: ({ m }) => m.calmar,
  omega: ({ m }) => m.omega,
  var95_historical: ({ m }) => -some(m.valueAtRisk95),
  cvar95: ({ m }) => -some(m.conditionalValueAtRisk95),
  tail_ratio: ({ m }) => m.tailRatio,
  win_rate: ({ m }) => m.winRate,
  beta: ({ m }) => m.beta,
  // Daily alpha compounded to a year instead of multiplied.
  alpha_annual: ({ m }) => (1 + some(m.alpha) / N) ** N - 1,
  // Not annualised.
  excess_sharpe: ({ m }) => some(m.informationRatio) / Math.sqrt(N),
  tracking_error: ({ m }) => m.trackingError,
  information_ratio_annual: ({ m }) => m.informationRatio,
  capture: ({ m, b }) => some(m.annualReturn) / some(metricsOf({ returns: b, periodsPerYear: N }).annualReturn),
  // Annualised over the up, respectively down, days alone.
  up_capture: c => annualCapture(c, y => y > 0),
  down_capture: c => annualCapture(c, y => y < 0),
  up_beta: ({ m }) => m.betaBull,
  down_beta: ({ m }) => m.betaBear,
  correlation: ({ m }) => m.correlation,
  // R squared of cumulative log returns against time: our R squared with the clock as the benchmark.
  stability: ({ r }) => {
    let log = 0
    const path = r.map(x => (log += Math.log1p(x)))
    return metricsOf({ returns: path, benchmarkReturns: r.map((_, i) => i), periodsPerYear: N }).rSquared
  },
  worst_rolling_mdd_250: ({ r }) =>
    -Math.max(
      ...Array.from({ length: r.length - 249 }, (_, i) =>
        some(metricsOf({ returns: r.slice(i, i + 250), periodsPerYear: N }).maxDrawdown),
      ),
    ),
}

function annualCapture({ r, b }: Case, keep: (y: number) => boolean): number {
  const annual = (values: readonly number[]): number => {
    const kept = values.filter((_, i) => keep(b[i] ?? 0))
    const wealth = kept.reduce((w, x) => w * (1 + x), 1)
    return wealth ** years(kept.length) - 1
  }
  return annual(r) / annual(b)
}

function fundReturns(): ReadonlyMap<string, number> {
  const open = new Set(readSharedCsv('data/xalpha_mit/cn_trading_days_1991_2026.csv').map(row => row['cal_date']))
  const rows = readSharedCsv('data/cn_fund_profiles/110011_nav.csv').filter(row => open.has(row['date']))
  const { returns } = adjustedNav({
    nav: rows.map(row => Number(row['unit_nav'])),
    dividends: rows.map(row => Number(row['cash_per_unit'] ?? 0)),
  })
  return new Map(rows.slice(1).map((row, i) => [row['date'] ?? '', returns[i] ?? NaN]))
}

function benchmarkReturns(): ReadonlyMap<string, number> {
  const rows = readSharedCsv('data/cn_index_etf_agpl/hs300_idx.csv')
  const { returns } = adjustedNav({ nav: rows.map(row => Number(row['close'])) })
  return new Map(rows.slice(1).map((row, i) => [row['date'] ?? '', returns[i] ?? NaN]))
}

describe.skipIf(!hasShared('vectors') || !hasShared('data'))('reference values of empyrical on a real fund', () => {
  it('are met by the metrics after converting conventions', () => {
    const fund = fundReturns()
    const index = benchmarkReturns()
    const dates = [...fund.keys()]
    const r = [...fund.values()]
    const years14 = readVectors('empyrical_real_data').find(v => v.metric === 'calendar_year_returns')
    for (const [year, value] of Object.entries((years14?.expected ?? {}) as Record<string, number>)) {
      const own = r.filter((_, i) => dates[i]?.startsWith(year) === true)
      expect(metricsOf({ returns: own, periodsPerYear: N }).totalReturn).toBeCloseTo(value, 10)
    }
    checkVectors('empyrical_real_data', (vector: Vector) => {
      // Each year on its own is compared above; here the vector is counted.
      if (vector.metric === 'calendar_year_returns') return { matches: true }
      const conversion = conversions[vector.metric]
      if (conversion === undefined) return { notApplicable: 'no figure of ours' }
      const common = dates.filter(date => index.has(date))
      const b = common.map(date => index.get(date) ?? NaN)
      const riskFreePerPeriod = Number(vector.input['risk_free_per_period'] ?? 0)
      const m = metricsOf({ returns: r, benchmarkReturns: b, periodsPerYear: N, riskFreePerPeriod })
      return conversion({ m, r, b })
    })
  })
})
