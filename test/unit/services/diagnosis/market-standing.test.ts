import { describe, expect, it } from 'vitest'
import { diagnoseFund } from '../../../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { benchmarkLevels } from '../../../../src-main/domain/diagnosis/fund/benchmark-levels.ts'
import type { DaySeries, IndexInput } from '../../../../src-main/domain/diagnosis/fund/fund-input.ts'
import { dayNumber } from '../../../../src-main/domain/portfolio/day-number.ts'
import type { Fund } from '../../../../src-main/model/fund.ts'
import { marketStanding } from '../../../../src-main/services/diagnosis/market-standing.ts'
import { path, syntheticFund, syntheticInput, weekdays } from '../../../helpers/fund-input.ts'

const calendar = weekdays('2022-01-03', '2026-11-20')
const asOf = dayNumber('2026-11-20')
const codes = Array.from({ length: 14 }, (_, i) => String(990_300 + i))
const code = (i: number): string => codes[i] ?? ''

/** Fourteen funds of one group: two are classes of one fund, one is young, all else of full age. */
const funds: readonly Fund[] = codes.map((each, i) =>
  syntheticFund({
    code: each,
    fundId: i < 2 ? 'F0' : `F${i}`,
    shareClass: i === 1 ? 'C' : 'A',
    inceptionOn: i === 5 ? '2025-03-03' : '2022-01-03',
  }),
)
const navs = new Map<string, DaySeries>(
  codes.map((each, i) => [
    each,
    path(
      i === 5 ? calendar.filter(day => day >= dayNumber('2025-03-03')) : calendar,
      50 + i,
      0.0001 + 0.00004 * i,
      0.01,
    ),
  ]),
)
const indices = new Map<string, IndexInput>([
  ['HS0300', { name: '衡石核心300', series: path(calendar, 7, 0.0002, 0.011, 1000) }],
  ['HS5001', { name: '衡石综合债', series: path(calendar, 8, 0.0001, 0.001, 1000) }],
])
const series = (from: ReadonlyMap<string, DaySeries>) => ({
  codes: () => [...from.keys()],
  series: (each: string) => from.get(each) ?? null,
  lastDay: (each: string) => from.get(each)?.days.at(-1) ?? null,
})
const market = {
  navs: series(navs),
  benchmarks: {
    ...series(new Map(Array.from(indices, ([each, { series: levels }]) => [each, levels]))),
    names: () => Array.from(indices, ([each, { name }]) => ({ code: each, name })),
    calendar: () => calendar,
  },
}

function near(ours: number | null | undefined, theirs: number | null | undefined): void {
  if (theirs === null) expect(ours).toBeNull()
  else expect(ours).toBeCloseTo(theirs ?? NaN, 10)
}

describe('market standing', () => {
  const standing = marketStanding(market, funds, calendar, asOf, 0.015)

  it.each([0, 1, 5, 9])('states of fund %i what its own diagnosis states', i => {
    const fund = funds[i] ?? syntheticFund()
    const represent = funds.filter(f => (f.fundId === fund.fundId ? f.code === fund.code : f.shareClass === 'A'))
    const level = benchmarkLevels(fund, indices, calendar, calendar)?.levels ?? null
    const column = (each: string): Float64Array => {
      const own = navs.get(each)
      const out = new Float64Array(calendar.length).fill(NaN)
      if (own !== undefined) out.set(own.values, calendar.length - own.values.length)
      return out
    }
    const report = diagnoseFund(
      syntheticInput({
        fund,
        calendar,
        indices,
        nav: navs.get(fund.code) ?? { days: new Int32Array(0), values: new Float64Array(0) },
        peers: {
          days: calendar,
          columns: represent.map(f => column(f.code)),
          benchmarks: represent.map(() => level),
          self: represent.indexOf(fund),
        },
      }),
    )
    const period = (id: string) => report.performance.periods.find(p => p.id === id)
    const { figures, score } = standing.get(fund.code) ?? { figures: null, score: null }
    near(figures?.return1y, period('1y')?.fund.value)
    near(figures?.return3y, period('3y')?.fund.value)
    near(figures?.volatility3y, period('3y')?.volatility.value)
    near(figures?.maxDrawdown3y, period('3y')?.maxDrawdown.value)
    near(figures?.sharpe3y, period('3y')?.sharpe.value)
    near(figures?.rank3y, period('3y')?.rank.value)
    near(figures?.peers3y, period('3y')?.peers.value)
    near(figures?.score, report.score.total.value)
    for (const force of report.score.forces) near(score?.forces[force.id], force.score.value)
  })

  it('counts share classes of one fund once', () => {
    // Fourteen classes, thirteen funds, one of them younger than three years.
    expect(standing.get(code(0))?.figures.peers3y).toBe(12)
  })

  it('has nothing to say of a fund without NAV', () => {
    const empty = { ...market, navs: series(new Map()) }
    expect(marketStanding(empty, funds, calendar, asOf, 0.015).size).toBe(0)
  })
})
