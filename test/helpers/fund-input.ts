import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayNumber, isoDate } from '../../src-main/domain/portfolio/day-number.ts'
import type { DaySeries, FundInput, IndexInput } from '../../src-main/domain/diagnosis/fund/fund-input.ts'
import { FigureDefinitionsPack } from '../../src-main/model/figure-definitions-pack.ts'
import { FundConclusionsPack } from '../../src-main/model/fund-conclusions-pack.ts'
import { FundHoldings } from '../../src-main/model/fund-holding.ts'
import { Fund } from '../../src-main/model/fund.ts'
import { IsoDate } from '../../src-main/model/units.ts'

const pack = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/rule-packs', file), 'utf8'))

export const definitions = FigureDefinitionsPack.parse(pack('definitions/fund-2026.11.2.json'))
export const conclusions = FundConclusionsPack.parse(pack('conclusions/fund-2026.11.5.json'))

/** Even noise in (-1, 1) from a seed: the same on every run. */
export function noise(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2_147_483_648 - 1
  }
}

/** Weekdays from one date to another: a calendar of about 261 days a year. */
export function weekdays(from: string, to: string): Int32Array {
  const days: number[] = []
  // 1970-01-01 was a Thursday: (day + 3) % 7 counts from Monday.
  for (let day = dayNumber(from); day <= dayNumber(to); day++) if ((day + 3) % 7 < 5) days.push(day)
  return Int32Array.from(days)
}

/** A path that starts at `start` and compounds `drift` and noise of the size `swing` a day. */
export function path(days: Int32Array, seed: number, drift: number, swing: number, start = 1): DaySeries {
  const next = noise(seed)
  let value = start
  return { days, values: Float64Array.from(days, (_, i) => (i === 0 ? value : (value *= 1 + drift + swing * next()))) }
}

export function syntheticFund(over: Partial<Parameters<typeof Fund.parse>[0] & object> = {}): Fund {
  return Fund.parse({
    code: '990317',
    fundId: 'F317',
    name: '知微稳进混合A',
    shareClass: 'A',
    company: '知微基金',
    type: 'equityMixed',
    peerGroup: '偏股混合',
    inceptionOn: '2018-03-06',
    closedOn: null,
    managers: [
      { name: '旧任', from: '2018-03-06', to: '2020-06-14' },
      { name: '韩叙', from: '2020-06-15', to: null },
    ],
    benchmark: [
      {
        from: '2018-03-06',
        parts: [
          { index: 'HS0300', weight: 0.7 },
          { index: 'HS5001', weight: 0.3 },
        ],
      },
    ],
    sizes: [{ date: '2026-09-30', size: 326_000_000_000 }],
    ratings: [
      { date: '2026-06-30', agency: '示例评级', years: 3, stars: 3 },
      { date: '2026-09-30', agency: '示例评级', years: 3, stars: 4 },
    ],
    fees: {
      management: 0.012,
      custody: 0.002,
      sales: 0,
      purchase: [
        { from: 0, rate: 0.015 },
        { from: 1_000_000, rate: 0.009 },
      ],
      redemption: [
        { from: 0, rate: 0.015 },
        { from: 7, rate: 0.0075 },
        { from: 30, rate: 0.005 },
        { from: 730, rate: 0 },
      ],
    },
    dividends: [],
    splits: [],
    status: 'open',
    purchaseLimit: null,
    holders: [{ date: '2026-06-30', institutional: 0.3, individual: 0.7 }],
    turnover: [{ date: '2026-06-30', rate: 1.4 }],
    duration: null,
    ...over,
  })
}

export function syntheticHoldings(date: string, equity: number): FundHoldings {
  const weights = [0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.04, 0.03, 0.03, 0.02]
  return FundHoldings.parse({
    fundId: 'F317',
    date,
    scope: date.slice(5) === '06-30' || date.slice(5) === '12-31' ? 'all' : 'topTen',
    allocation: { equity, bond: 0.9 - equity, cash: 0.1, fund: 0, other: 0 },
    positions: weights.map((weight, i) => ({
      code: `60000${i}`,
      name: `样本${i}`,
      kind: 'stock',
      sector: i % 2 === 0 ? '消费' : '科技',
      credit: null,
      weight,
    })),
  })
}

/** A whole input of a fund of eight years, its benchmark, eleven peers and disclosed holdings. */
export function syntheticInput(over: Partial<FundInput> = {}): FundInput {
  const calendar = weekdays('2015-01-01', '2026-11-20')
  const index = (name: string, seed: number, drift: number, swing: number): IndexInput => ({
    name,
    series: path(calendar, seed, drift, swing, 1000),
  })
  const own = calendar.filter(day => day >= dayNumber('2018-03-06'))
  const peers = Array.from(
    { length: 12 },
    (_, i) => path(calendar, 100 + i, 0.0001 + i * 0.00003, 0.012 + i * 0.0005).values,
  )
  const benchmarkPeer = path(calendar, 7, 0.0002, 0.011).values
  return {
    date: IsoDate.parse('2026-11-22'),
    asOf: IsoDate.parse('2026-11-21'),
    fund: syntheticFund(),
    riskGrade: 'R3',
    gradedOn: IsoDate.parse('2026-06-30'),
    previousGrade: 'R3',
    term: 2,
    redemptionDays: 3,
    nav: path(own, 5, 0.0003, 0.014),
    calendar,
    indices: new Map([
      ['HS0300', index('衡石核心300', 7, 0.0002, 0.011)],
      ['HS5001', index('衡石综合债', 8, 0.00012, 0.001)],
      ['HS0100', index('衡石大盘100', 9, 0.0002, 0.01)],
      ['HS1000', index('衡石小盘1000', 10, 0.0002, 0.015)],
      ['HS9002', index('衡石货币市场', 11, 0.00007, 0.00001)],
    ]),
    holdings: ['2023-12-31', '2024-06-30', '2024-12-31', '2025-06-30', '2025-12-31', '2026-06-30', '2026-09-30'].map(
      (date, i) => syntheticHoldings(date, 0.7 + 0.02 * i),
    ),
    classes: [
      syntheticFund(),
      syntheticFund({
        code: '990318',
        shareClass: 'C',
        fees: {
          management: 0.012,
          custody: 0.002,
          sales: 0.006,
          purchase: [],
          redemption: [
            { from: 0, rate: 0.015 },
            { from: 7, rate: 0 },
          ],
        },
      }),
    ],
    peers: { days: calendar, columns: peers, benchmarks: peers.map(() => benchmarkPeer), self: 3 },
    otherFunds: [],
    yields: null,
    riskFree: 0.015,
    definitions,
    conclusions,
    ...over,
  }
}

export const isoOf = (day: number): string => isoDate(day)
