import { describe, expect, it } from 'vitest'
import { diagnoseFund } from '../../../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { benchmarkLevels } from '../../../../src-main/domain/diagnosis/fund/benchmark-levels.ts'
import type { DaySeries, IndexInput } from '../../../../src-main/domain/diagnosis/fund/fund-input.ts'
import { dayNumber } from '../../../../src-main/domain/portfolio/day-number.ts'
import { OWN_DATA, type Fund } from '../../../../src-main/model/fund.ts'
import { conclusions } from '../../../helpers/fund-input.ts'
import { MarketStanding } from '../../../../src-main/services/diagnosis/market-standing.ts'
import { RankedId } from '../../../../src-main/model/fund-screen.ts'
import { IsoDate } from '../../../../src-main/model/units.ts'
import { isoOf, path, syntheticFund, syntheticInput, weekdays } from '../../../helpers/fund-input.ts'

const calendar = weekdays('2022-01-03', '2026-11-20')
const asOf = dayNumber('2026-11-20')
const settings = { riskFree: 0.015, thresholds: conclusions.thresholds }
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
const seriesOf = (from: ReadonlyMap<string, DaySeries>) => ({
  codes: () => [...from.keys()],
  series: (each: string) => from.get(each) ?? null,
  lastDay: (each: string) => from.get(each)?.days.at(-1) ?? null,
  marks: () =>
    new Map(
      Array.from(from, ([each, { days, values }]) => [
        each,
        { lastDay: days.at(-1) ?? 0, lastValue: values.at(-1) ?? 0, points: days.length, past: 0 },
      ]),
    ),
})
const marketOf = (from: ReadonlyMap<string, DaySeries>, days: Int32Array) => ({
  navs: seriesOf(from),
  benchmarks: {
    ...seriesOf(new Map(Array.from(indices, ([each, { series }]) => [each, cut(series, days.at(-1) ?? 0)]))),
    names: () => Array.from(indices, ([each, { name }]) => ({ code: each, name })),
    calendar: () => days,
  },
})
const cut = ({ days, values }: DaySeries, to: number): DaySeries => {
  const n = days.filter(day => day <= to).length
  return { days: days.slice(0, n), values: values.slice(0, n) }
}
const upTo = (end: number): Map<string, DaySeries> => new Map(Array.from(navs, ([each, all]) => [each, cut(all, end)]))
const market = marketOf(navs, calendar)

function near(ours: number | null | undefined, theirs: number | null | undefined): void {
  if (theirs === null) expect(ours).toBeNull()
  else expect(ours).toBeCloseTo(theirs ?? NaN, 10)
}

describe('market standing', () => {
  const ranks = new MarketStanding().ranks(market, funds, calendar, asOf, settings)
  const standing = ranks.funds

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
    for (const [key, figure] of Object.entries(report.risk.columns.find(c => c.id === '3y')?.figures ?? {})) {
      const id = RankedId.safeParse(key)
      if (id.success) near(ranks.metric(fund.code, '3y', id.data).value, figure.value)
    }
  })

  it('counts share classes of one fund once', () => {
    // Fourteen classes, thirteen funds, one of them younger than three years.
    expect(standing.get(code(0))?.figures.peers3y).toBe(12)
  })

  it('ranks nobody among funds that only files speak of, whose peers they are is not known', () => {
    const mine = funds.map(fund => ({ ...fund, peerGroup: OWN_DATA }))
    const found = new MarketStanding().ranks(market, mine, calendar, asOf, settings)
    const figures = Array.from(found.funds.values(), each => each.figures)
    expect(figures.map(each => [each.rank3y, each.peers3y, each.score])).toEqual(mine.map(() => [null, null, null]))
    expect(figures.filter(each => each.return3y !== null)).toHaveLength(13)
    expect(found.metric(code(3), '3y', 'sharpe')).toMatchObject({ rank: null, peers: null })
  })

  it('has nothing to say of a fund without NAV', () => {
    const empty = { ...market, navs: seriesOf(new Map()) }
    expect(new MarketStanding().ranks(empty, funds, calendar, asOf, settings).funds.size).toBe(0)
  })
})

describe('a market that gets days', () => {
  const day = (back: number): number => calendar.at(-1 - back) ?? 0
  const late = code(7)
  const money = { ...syntheticFund({ code: code(12), fundId: 'F12', type: 'money', peerGroup: '货币' }) }
  const income = { days: calendar, values: Float64Array.from(calendar, (_, i) => 0.5 + 0.01 * (i % 7)) }
  const paying = {
    ...syntheticFund({ code: code(3), fundId: 'F3', shareClass: 'A', inceptionOn: '2022-01-03' }),
    dividends: [{ date: IsoDate.parse(isoOf(day(2))), perUnit4: 500 }],
  }
  const own = funds.map(f => (f.code === paying.code ? paying : f.code === money.code ? money : f))
  /** What is known on the evening of a day: one fund publishes a day late, one was silent for two weeks. */
  const known = (end: number): Map<string, DaySeries> =>
    new Map(
      Array.from(navs, ([each, all]) => {
        const series = each === money.code ? income : all
        if (each === late) return [each, cut(series, calendar.filter(d => d < end).at(-1) ?? 0)]
        if (each === code(9)) {
          const spoken = Array.from(series.days, (d, i) => [d, series.values[i] ?? 0] as const).filter(
            ([d]) => d < day(14) || d >= day(1),
          )
          return [
            each,
            cut({ days: Int32Array.from(spoken, x => x[0]), values: Float64Array.from(spoken, x => x[1]) }, end),
          ]
        }
        return [each, cut(series, end)]
      }),
    )
  const ids = ['totalReturn', 'annualVolatility', 'maxDrawdown', 'sharpe', 'beta', 'tmAlpha', 'valueAtRisk95'] as const

  it('states after each added day what it would state if it were measured anew', () => {
    const kept = new MarketStanding()
    for (let back = 6; back >= 0; back--) {
      const end = day(back)
      const days = calendar.filter(d => d <= end)
      const now = marketOf(known(end), days)
      const moved = kept.ranks(now, own, days, end, settings)
      const anew = new MarketStanding().ranks(now, own, days, end, settings)
      for (const { code: each } of own)
        for (const window of ['1y', '3y'] as const)
          for (const id of ids) {
            const [a, b] = [moved.metric(each, window, id), anew.metric(each, window, id)]
            expect([each, window, id, a.rank, a.peers]).toEqual([each, window, id, b.rank, b.peers])
            if (b.value === null) expect(a.value).toBeNull()
            else expect(a.value).toBeCloseTo(b.value, 9)
          }
    }
  })

  it('takes over a corrected past', () => {
    const days = calendar.filter(d => d <= day(1))
    const kept = new MarketStanding()
    kept.ranks(marketOf(known(day(1)), days), own, days, day(1), settings)
    const corrected = known(day(0))
    const series = corrected.get(code(4))
    if (series !== undefined)
      series.values[series.values.length - 200] = 3 * (series.values[series.values.length - 200] ?? 0)
    const now = marketOf(corrected, calendar)
    const marks = now.navs.marks()
    const mark = marks.get(code(4))
    if (mark !== undefined) marks.set(code(4), { ...mark, past: 1 })
    const tx = { ...now, navs: { ...now.navs, marks: () => marks } }
    const moved = kept.ranks(tx, own, calendar, day(0), settings).metric(code(4), '1y', 'maxDrawdown')
    const anew = new MarketStanding().ranks(tx, own, calendar, day(0), settings).metric(code(4), '1y', 'maxDrawdown')
    expect(anew.value).toBeGreaterThan(0.3)
    expect(moved).toEqual({ ...anew, value: moved.value })
    expect(moved.value).toBeCloseTo(anew.value ?? NaN, 9)
  })

  it('reads no history for a day that was only added', () => {
    const kept = new MarketStanding()
    const before = calendar.filter(d => d <= day(1))
    const plain = funds.slice(0, 5)
    kept.ranks(marketOf(upTo(day(1)), before), plain, before, day(1), settings)
    const now = marketOf(upTo(day(0)), calendar)
    const read: string[] = []
    const watched = {
      ...now,
      navs: {
        ...now.navs,
        series: (each: string) => {
          read.push(each)
          return now.navs.series(each)
        },
      },
    }
    expect(kept.ranks(watched, plain, calendar, day(0), settings).funds.size).toBe(5)
    expect(read).toEqual([])
  })
})
