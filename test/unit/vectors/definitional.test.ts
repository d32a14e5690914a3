import { describe, expect, it } from 'vitest'
import { deepestDrawdowns } from '../../../src-main/domain/diagnosis/metrics/drawdown-episodes.ts'
import { metricsOf } from '../../../src-main/domain/diagnosis/metrics/metrics-of.ts'
import { adjustedNav } from '../../../src-main/domain/portfolio/adjusted-nav.ts'
import { annualized, annualizedByPeriods } from '../../../src-main/domain/portfolio/annualized.ts'
import { daysBetween } from '../../../src-main/domain/portfolio/day-number.ts'
import { concentration } from '../../../src-main/domain/portfolio/portfolio-risk.ts'
import { competitionRanks, quartileOf } from '../../../src-main/domain/diagnosis/ranks.ts'
import { hasShared } from '../../helpers/shared-folder.ts'
import { checkVectors, readVectors, type Converted, type Vector } from '../../helpers/vectors.ts'

interface Input {
  readonly weights: readonly number[]
  readonly total_return: number
  readonly days: number
  readonly n_periods: number
  readonly periods_per_year: number
  readonly nav: readonly number[]
  readonly dividend: readonly number[]
  readonly split_ratio: readonly number[]
  readonly dates: readonly string[]
  readonly returns: readonly number[]
  readonly benchmark: readonly number[]
  readonly value: readonly number[]
}
interface Expected {
  readonly [key: string]: unknown
}

const same = (ours: unknown, wanted: unknown): Converted => {
  if (typeof ours === 'number' && typeof wanted === 'number') expect(ours).toBeCloseTo(wanted, 11)
  else expect(ours).toEqual(wanted)
  return { matches: true }
}
const list = (ours: ArrayLike<number>, wanted: unknown): Converted => {
  const values = wanted as readonly number[]
  expect(ours.length).toBe(values.length)
  values.forEach((value, i) => expect(ours[i]).toBeCloseTo(value, 11))
  return { matches: true }
}

const checks: Readonly<Record<string, (input: Input, expected: Expected) => Converted>> = {
  concentration_hhi: ({ weights }, { hhi, effective_n }) => {
    same(concentration(weights), hhi)
    return same(1 / (concentration(weights) ?? NaN), effective_n)
  },
  annual_return_calendar_days: ({ total_return, days }, expected) => same(annualized(total_return, days), expected),
  annual_return_trading_days: ({ total_return, n_periods, periods_per_year }, expected) =>
    same(annualizedByPeriods(total_return, n_periods, periods_per_year), expected),
  adjusted_nav_return: ({ nav, dividend }, { returns, adjusted_nav, total_return }) => {
    const ours = adjustedNav({ nav, dividends: dividend })
    list(ours.returns, returns)
    list(ours.adjusted, adjusted_nav)
    return same(metricsOf({ returns: ours.returns, periodsPerYear: 1 }).totalReturn, total_return)
  },
  adjusted_nav_split: ({ nav, split_ratio }, { returns, total_return }) => {
    const ours = adjustedNav({ nav, splits: split_ratio })
    list(ours.returns, returns)
    return same(metricsOf({ returns: ours.returns, periodsPerYear: 1 }).totalReturn, total_return)
  },
  peer_quartile: ranksMatch,
  peer_quartile_ties: ranksMatch,
  drawdown_repair_days: ({ nav, dates }, expected) => {
    const { returns } = adjustedNav({ nav })
    const [deepest] = deepestDrawdowns(returns, dates, 1)
    same(deepest?.depth, expected['max_drawdown'])
    same(deepest?.peak, expected['peak_date'])
    same(deepest?.trough, expected['trough_date'])
    same(deepest?.recovery, expected['recovery_date'])
    if (expected['trough_to_recovery_calendar_days'] === undefined) return same(deepest?.recoveryLength, null)
    const at = (key: 'peak' | 'trough' | 'recovery') => String(deepest?.[key])
    same(daysBetween(at('trough'), at('recovery')), expected['trough_to_recovery_calendar_days'])
    same(daysBetween(at('peak'), at('recovery')), expected['peak_to_recovery_calendar_days'])
    return same(deepest?.recoveryLength, expected['observations_trough_to_recovery'])
  },
  win_rate: ({ returns }, { all_periods }) => same(metricsOf({ returns, periodsPerYear: 12 }).winRate, all_periods),
  tracking_error: ({ returns, benchmark, periods_per_year }, { te, ir }) => {
    const m = metricsOf({ returns, benchmarkReturns: benchmark, periodsPerYear: periods_per_year })
    same(m.trackingError, te)
    return same(m.informationRatio, ir)
  },
}

function ranksMatch({ value }: Input, { rank, quartile }: Expected): Converted {
  const values = value
  const ranks = competitionRanks(Float64Array.from(values), 'highest')
  list(ranks, rank)
  return list(
    Array.from(ranks, r => quartileOf(r, values.length)),
    quartile,
  )
}

describe.skipIf(!hasShared('vectors'))('definitional reference values', () => {
  it('are met exactly', () => {
    checkVectors('definitional', (vector: Vector) => {
      const check = checks[vector.metric]
      if (check === undefined) return { notApplicable: 'belongs to the account diagnosis' }
      return check(vector.input as unknown as Input, vector.expected as Expected)
    })
  })

  it('are met by the drawdown dates of pyfolio', () => {
    let passed = 0
    const vectors = readVectors('pyfolio_tests')
    for (const vector of vectors) {
      const { nav, dates } = vector.input as { nav?: readonly number[]; dates?: readonly string[] }
      if (nav === undefined || !/drawdown/.test(vector.metric)) continue
      const found = deepestDrawdowns(adjustedNav({ nav }).returns, dates, 2)
      const rows = typeof vector.expected === 'number' ? [] : [vector.expected].flat()
      rows.forEach((row, i) => {
        const wanted = row as Expected
        expect(found[i]).toMatchObject({ peak: wanted['peak'], trough: wanted['valley'], recovery: wanted['recovery'] })
        if (typeof wanted['net_drawdown_pct'] === 'number')
          expect((found[i]?.depth ?? NaN) * 100).toBeCloseTo(wanted['net_drawdown_pct'], 0)
      })
      if (typeof vector.expected === 'number') expect(found[0]?.depth).toBeCloseTo(vector.expected, 12)
      passed++
    }
    console.log(`pyfolio_tests: ${passed} of ${vectors.length} pass`)
    console.log('  not applicable (3): turnover and slippage of a book of positions: no figure of ours')
    expect(passed).toBe(6)
  })
})
