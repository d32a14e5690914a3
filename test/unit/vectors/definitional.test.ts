import { describe, expect, it } from 'vitest'
import { deepestDrawdowns } from '../../../src-main/domain/diagnosis/metrics/drawdown-episodes.ts'
import { metricsOf } from '../../../src-main/domain/diagnosis/metrics/metrics-of.ts'
import { adjustedNav } from '../../../src-main/domain/portfolio/adjusted-nav.ts'
import { annualized, annualizedByPeriods } from '../../../src-main/domain/portfolio/annualized.ts'
import { dayNumber, daysBetween } from '../../../src-main/domain/portfolio/day-number.ts'
import { redemption, runningCost, subscription, turnover } from '../../../src-main/domain/portfolio/fund-fees.ts'
import type { PositionEvent } from '../../../src-main/domain/portfolio/position-event.ts'
import { runPosition } from '../../../src-main/domain/portfolio/run-position.ts'
import { xirr } from '../../../src-main/domain/portfolio/xirr.ts'
import { concentration, largestShare } from '../../../src-main/domain/portfolio/portfolio-risk.ts'
import { competitionRanks, quartileOf } from '../../../src-main/domain/diagnosis/ranks.ts'
import { hasShared } from '../../helpers/shared-folder.ts'
import { checkVectors, type Converted, type Vector } from '../../helpers/vectors.ts'

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
  readonly total: number
  readonly buys: number & readonly (readonly [string, number])[]
  readonly sells: number
  readonly value_date: string
  readonly trades: readonly (readonly [string, 'buy' | 'sell', number, number, number])[]
  readonly mark: number
  readonly amount: number
  readonly rate: number
  readonly units: number
  readonly management: number
  readonly custody: number
  readonly service: number
  readonly avg_assets: number
  readonly avg_stock_value: number
  readonly avg_net_assets: number
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
  concentration_top: ({ weights, total }, { cr5, cr10 }) => {
    same(largestShare(weights, 5, total), cr5)
    return same(largestShare(weights, 10, total), cr10)
  },
  holder_return_vs_fund_return: heldWorse,
  average_cost_and_pnl: averageCost,
  subscription_fee_outside_method: ({ amount, rate, nav }, wanted) => {
    const { net, fee } = subscription(amount, rate)
    same(net, wanted['net'])
    same(fee, wanted['fee'])
    return same(net / Number(nav), wanted['units'])
  },
  redemption_fee: ({ units, nav, rate }, wanted) => {
    const { fee, net } = redemption(units * Number(nav), rate)
    same(fee, wanted['fee'])
    return same(net, wanted['net'])
  },
  annual_cost_drag: ({ management, custody, service, avg_assets, days }, { cost }) =>
    same(avg_assets * runningCost({ management, custody, sales: service }, days), cost),
  fund_turnover_cn: ({ buys, sells, avg_stock_value, avg_net_assets }, wanted) => {
    same(turnover(buys, sells, avg_stock_value), wanted['cn_turnover'])
    // The convention of the United States: the smaller side over net assets.
    const least = Math.min(buys, sells)
    return same(turnover(least, least, avg_net_assets), wanted['us_turnover'])
  },
  win_rate: ({ returns }, { all_periods }) => same(metricsOf({ returns, periodsPerYear: 12 }).winRate, all_periods),
  tracking_error: ({ returns, benchmark, periods_per_year }, { te, ir }) => {
    const m = metricsOf({ returns, benchmarkReturns: benchmark, periodsPerYear: periods_per_year })
    same(m.trackingError, te)
    return same(m.informationRatio, ir)
  },
}

/** Money-weighted against time-weighted: units bought at each NAV, valued at the last. */
function heldWorse({ nav, buys, value_date }: Input, wanted: Expected): Converted {
  const levels = nav as unknown as Readonly<Record<string, number>>
  const events = buys.map(([date, amount]) => event('buy', date, amount / (levels[date] ?? NaN), amount, 0))
  const { units, paid } = runPosition('F', events, null)
  const end = (units / 100) * (levels[value_date] ?? NaN)
  same(units / 100, wanted['units'])
  same(end, wanted['end_value'])
  same(end - paid / 100, wanted['profit'])
  same((end - paid / 100) / (paid / 100), wanted['simple_return_on_cost'])
  const { returns } = adjustedNav({ nav: Object.values(levels) })
  same(metricsOf({ returns, periodsPerYear: 2 }).totalReturn, wanted['fund_time_weighted_total'])
  const { rate } = xirr([...buys.map(([date, amount]) => [date, -amount] as const), [value_date, end]])
  // The holder has lost although the fund has gained.
  const fund = annualized(wanted['fund_time_weighted_total'] as number, 365)
  expect(rate).toBeLessThan(-0.2)
  expect(fund).toBeCloseTo(0.2, 12)
  return { matches: true }
}

function event(kind: 'buy' | 'sell', date: string, units: number, amount: number, fee: number): PositionEvent {
  const sign = kind === 'buy' ? 1 : -1
  const cash = Math.round((amount + sign * fee) * 100) * -sign
  const day = dayNumber(date)
  const base = { kind, code: 'F', accountId: 'A', day, price: null, amount: Math.round(amount * 100) }
  return { ...base, units: Math.round(units * 100) * sign, cash, fee: Math.round(fee * 100) }
}

/** In fen: 1,000 at 1.0 + 5 and 1,000 at 1.2 + 6 cost 2,211 yuan; 500 of them at 1.3 - 3. */
function averageCost({ trades, mark }: Input, wanted: Expected): Converted {
  const events = trades.map(([date, side, units, price, fee]) => event(side, date, units, units * price, fee))
  const bought = runPosition('F', events.slice(0, 2), null)
  same(bought.averageCost / bought.units, wanted['unit_cost_after_buys'])
  const { units, averageCost: cost, realised } = runPosition('F', events, null)
  same(units / 100, wanted['units'])
  expect(realised / 100).toBeCloseTo(Number(wanted['realized']), 2)
  expect((units / 100) * mark - cost / 100).toBeCloseTo(Number(wanted['unrealized']), 2)
  // The books are kept in whole fen: the cost of the part sold, 552.75 yuan, is one.
  expect(cost).toBe(165_825)
  return { matches: true }
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
      if (check === undefined) throw new Error(`no conversion for ${vector.metric}`)
      return check(vector.input as unknown as Input, vector.expected as Expected)
    })
  })

  it('are met by drawdown dates and turnover of pyfolio', () => {
    checkVectors('pyfolio_tests', pyfolio)
  })
})

function pyfolio({ metric, input, expected, tolerance }: Vector): Converted {
  const wanted = expected as Expected
  // Both sides count there, without the half.
  if (metric === 'turnover_daily_avg_gross_book') {
    same(2 * (turnover(10, 10, (0 + 40) / 2) ?? NaN), wanted['first_day'])
    return same(2 * (turnover(10, 10, (40 + 10) / 2) ?? NaN), wanted['other_days'])
  }
  if (metric === 'turnover_daily_portfolio_value') {
    same(2 * (turnover(10, 10, 40 + 10) ?? NaN), wanted['odd_days'])
    return same(2 * (turnover(10, 10, 10 + 10) ?? NaN), wanted['even_days'])
  }
  if (metric === 'return_after_slippage')
    return { notApplicable: 'an assumed slippage of trades; costs come from the confirmations here' }
  const { nav = [], dates } = input as { nav?: readonly number[]; dates?: readonly string[] }
  const found = deepestDrawdowns(adjustedNav({ nav }).returns, dates, 2)
  if (typeof expected === 'number') {
    expect(Math.abs((found[0]?.depth ?? NaN) - Math.abs(expected))).toBeLessThanOrEqual(tolerance.abs ?? 0)
    return { matches: true }
  }
  const rows = [expected].flat() as readonly Expected[]
  rows.forEach((row, i) => {
    expect(found[i]).toMatchObject({ peak: row['peak'], trough: row['valley'], recovery: row['recovery'] })
    if (typeof row['net_drawdown_pct'] === 'number')
      expect((found[i]?.depth ?? NaN) * 100).toBeCloseTo(row['net_drawdown_pct'], 0)
  })
  return { matches: true }
}
