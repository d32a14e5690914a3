import { dayNumber } from '../../src-main/domain/portfolio/day-number.ts'
import type { FundType } from '../../src-main/model/fund.ts'
import type { AssetClass, RiskGrade } from '../../src-main/model/levels.ts'

/** Numbers in 0..1 that are the same on every run (Park and Miller). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export const asOf = '2026-11-20'
export const today = '2026-11-23'

/** Every weekday of the four years to the as-of date: a calendar without holidays is enough here. */
export function weekdays(): Int32Array {
  const out: number[] = []
  for (let day = dayNumber('2022-11-18'); day <= dayNumber(asOf); day++) if ((day + 3) % 7 < 5) out.push(day)
  return Int32Array.from(out)
}

interface Kind {
  readonly type: FundType
  readonly assetClass: AssetClass
  readonly grade: RiskGrade
  readonly beta: number
  readonly drift: number
  readonly noise: number
  readonly allocation: { equity: number; bond: number; cash: number; fund: number; other: number }
}

export const kinds: readonly Kind[] = [
  {
    type: 'equityMixed',
    assetClass: 'equity',
    grade: 'R3',
    beta: 0.9,
    drift: 0.0002,
    noise: 0.006,
    allocation: { equity: 0.88, bond: 0.02, cash: 0.1, fund: 0, other: 0 },
  },
  {
    type: 'bond',
    assetClass: 'fixedIncome',
    grade: 'R2',
    beta: 0.02,
    drift: 0.00012,
    noise: 0.0008,
    allocation: { equity: 0, bond: 0.95, cash: 0.05, fund: 0, other: 0 },
  },
  {
    type: 'equity',
    assetClass: 'equity',
    grade: 'R4',
    beta: 1.2,
    drift: -0.0001,
    noise: 0.009,
    allocation: { equity: 0.93, bond: 0, cash: 0.07, fund: 0, other: 0 },
  },
  {
    type: 'qdii',
    assetClass: 'overseasCommodity',
    grade: 'R3',
    beta: 0.2,
    drift: 0.0003,
    noise: 0.009,
    allocation: { equity: 0.9, bond: 0, cash: 0.1, fund: 0, other: 0 },
  },
  {
    type: 'bondPlus',
    assetClass: 'fixedIncome',
    grade: 'R2',
    beta: 0.15,
    drift: 0.00015,
    noise: 0.0015,
    allocation: { equity: 0.15, bond: 0.8, cash: 0.05, fund: 0, other: 0 },
  },
]
