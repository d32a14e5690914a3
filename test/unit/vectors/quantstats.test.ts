import { describe, it } from 'vitest'
import { metricsOf } from '../../../src-main/domain/diagnosis/metrics/metrics-of.ts'
import { quantile } from '../../../src-main/domain/diagnosis/metrics/quantile.ts'
import type { Metrics } from '../../../src-main/model/calc/metric-keys.ts'
import { hasShared } from '../../helpers/shared-folder.ts'
import { checkVectors, columnsOf, type Converted, type Vector } from '../../helpers/vectors.ts'

interface Case {
  readonly m: Metrics
  readonly r: readonly number[]
}

const some = (x: number | null): number => x ?? NaN
const sum = (a: readonly number[]): number => a.reduce((x, y) => x + y, 0)
const mean = (a: readonly number[]): number => sum(a) / a.length
const wins = (r: readonly number[]): number[] => r.filter(x => x > 0)
const losses = (r: readonly number[]): number[] => r.filter(x => x < 0)
const payoff = (r: readonly number[]): number => mean(wins(r)) / -mean(losses(r))
/** Wins among the months that moved. */
const winShare = ({ m, r }: Case): number => (some(m.winRate) * r.length) / r.filter(x => x !== 0).length

/** Each formula of quantstats in our figures; the comment says where conventions differ. */
const conversions: Readonly<Record<string, (c: Case) => Converted>> = {
  total_return: ({ m }) => m.totalReturn,
  sharpe_rf0: ({ m }) => m.sharpe,
  sharpe_rf3pct: ({ m }) => m.sharpe,
  calmar: ({ m }) => m.calmar,
  cagr: ({ m }) => m.annualReturn,
  volatility_annualized: ({ m }) => m.annualVolatility,
  sortino_rf0: ({ m }) => m.sortino,
  max_drawdown: ({ m }) => -some(m.maxDrawdown),
  // Normal with the sample deviation, negative.
  var95: ({ m, r }) => {
    const s = some(m.annualVolatility) / Math.sqrt(12)
    return mean(r) - 1.6448536269514722 * s
  },
  // Mean of the returns below the normal value at risk.
  cvar95: ({ m, r }) => {
    const limit = mean(r) - (1.6448536269514722 * some(m.annualVolatility)) / Math.sqrt(12)
    return mean(r.filter(x => x < limit))
  },
  avg_win: ({ r }) => mean(wins(r)),
  avg_loss: ({ r }) => mean(losses(r)),
  profit_factor: ({ m }) => m.omega,
  omega: ({ m }) => m.omega,
  tail_ratio: ({ m }) => m.tailRatio,
  best: ({ m }) => m.best,
  worst: ({ m }) => m.worst,
  consecutive_wins: ({ m }) => m.longestWinStreak,
  consecutive_losses: ({ m }) => m.longestLossStreak,
  // Sum of returns over the deepest fall.
  recovery_factor: ({ m, r }) => sum(r) / some(m.maxDrawdown),
  ghpr: ({ m, r }) => (1 + some(m.totalReturn)) ** (1 / r.length) - 1,
  win_rate: winShare,
  payoff_ratio: ({ r }) => payoff(r),
  // Sum of all returns over the sum of losses.
  gain_to_pain: ({ m }) => some(m.omega) - 1,
  // Mean win over the number of wins, over the same of losses; months without a move count as wins.
  profit_ratio: ({ r }) => {
    const [up, down] = [r.filter(x => x >= 0), losses(r)]
    return mean(up) / up.length / Math.abs(mean(down) / down.length)
  },
  risk_of_ruin: c => ((1 - winShare(c)) / (1 + winShare(c))) ** c.r.length,
  // Sum of returns over ulcer index (n - 1) and pitfall: the mean drawdown beyond its normal value at risk, over sd(r).
  serenity: ({ m, r }) => {
    let wealth = 1
    let peak = 1
    const falls = r.map(x => {
      wealth *= 1 + x
      peak = Math.max(peak, wealth)
      return wealth / peak - 1
    })
    const own = metricsOf({ returns: falls, periodsPerYear: 12 })
    const limit = mean(falls) - (1.6448536269514722 * some(own.annualVolatility)) / Math.sqrt(12)
    const pitfall = -mean(falls.filter(x => x < limit)) / (some(m.annualVolatility) / Math.sqrt(12))
    return sum(r) / (some(m.ulcerIndex) * Math.sqrt(r.length / (r.length - 1)) * pitfall)
  },
  cpc: c => some(c.m.omega) * winShare(c) * payoff(c.r),
  common_sense_ratio: ({ m }) => some(m.omega) * some(m.tailRatio),
  kelly: c => winShare(c) - (1 - winShare(c)) / payoff(c.r),
  // Sample estimators instead of population moments.
  skew: ({ m, r }) => (some(m.skewness) * Math.sqrt(r.length * (r.length - 1))) / (r.length - 2),
  kurtosis: ({ m, r }) => {
    const n = r.length
    return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * some(m.excessKurtosis) + 6)
  },
  outlier_win_ratio: ({ r }) => quantile(r, 0.99) / mean(r.filter(x => x >= 0)),
  // With n - 1 instead of n.
  ulcer_index: ({ m, r }) => some(m.ulcerIndex) * Math.sqrt(r.length / (r.length - 1)),
  beta: ({ m }) => m.beta,
  alpha_annual: ({ m }) => m.alpha,
  // Not annualised.
  information_ratio: ({ m }) => some(m.informationRatio) / Math.sqrt(12),
}

function convert(vector: Vector): Converted {
  const { input } = vector
  const conversion = conversions[vector.metric]
  if (conversion === undefined) return { notApplicable: 'no figure of ours' }
  const names = ['returns', 'benchmark'].map(k => input[k]).filter(x => typeof x === 'string')
  const [r = [], b] = columnsOf(String(input['dataset']), names)
  // Their rf is a year's, de-annualised geometrically.
  const riskFreePerPeriod = (1 + Number(input['rf'] ?? 0)) ** (1 / 12) - 1
  return conversion({ r, m: metricsOf({ returns: r, benchmarkReturns: b, periodsPerYear: 12, riskFreePerPeriod }) })
}

describe.skipIf(!hasShared('vectors'))('reference values of quantstats', () => {
  it('are met by the metrics after converting conventions', () => {
    checkVectors('quantstats_computed', convert)
  })
})
