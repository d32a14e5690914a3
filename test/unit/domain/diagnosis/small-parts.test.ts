import { describe, expect, it } from 'vitest'
import { campisi } from '../../../../src-main/domain/diagnosis/campisi.ts'
import { formatFigure } from '../../../../src-main/domain/diagnosis/fund/format-figure.ts'
import { figureKit } from '../../../../src-main/domain/diagnosis/fund/figure-kit.ts'
import { breakEvenDays, holdingCost } from '../../../../src-main/domain/diagnosis/holding-cost.ts'
import { stepRate } from '../../../../src-main/domain/portfolio/fund-fees.ts'
import { competitionRanks, scoreOf } from '../../../../src-main/domain/diagnosis/ranks.ts'
import type { FigureUnit } from '../../../../src-main/model/report/figure.ts'
import { IsoDate } from '../../../../src-main/model/units.ts'

const free = { management: 0, custody: 0, sales: 0, purchase: [], redemption: [] }

describe('costs of a holding', () => {
  it('take the step a size or a time falls into', () => {
    const steps = [
      { from: 0, rate: 0.015 },
      { from: 7, rate: 0.0075 },
      { from: 730, rate: 0 },
    ]
    expect([stepRate(steps, 6), stepRate(steps, 7), stepRate(steps, 800), stepRate([], 1)]).toEqual([
      0.015,
      0.0075,
      0,
      null,
    ])
  })

  it('put the purchase fee outside, the running cost by day and the redemption fee on the rest', () => {
    const fees = {
      ...free,
      management: 0.01,
      purchase: [{ from: 0, rate: 0.015 }],
      redemption: [{ from: 0, rate: 0.005 }],
    }
    // 1 / 1.015 = 0.985222, a year of 1 % leaves 0.975369, less 0.5 % is 0.970493
    expect(holdingCost(fees, 100_000, 365)).toBeCloseTo(1 - 0.970_492_6, 6)
  })

  it('meet where the sales fee has used up the purchase fee', () => {
    // A: 1.5 % outside once; C: 0.6 % a year. 1 - 1/1.015 = 1.4778 % = 0.6 % * d/365 at d = 899.0
    const a = { ...free, purchase: [{ from: 0, rate: 0.015 }] }
    const c = { ...free, sales: 0.006 }
    expect(breakEvenDays(a, c, 100_000)).toBe(900)
    expect(breakEvenDays(a, free, 100_000)).toBeNull()
  })
})

describe('Campisi', () => {
  it('splits a bond return into parts that add up', () => {
    // A year at 3 % credit yield; treasury from 2 % to 1.8 %, credit from 3 % to 2.9 %, duration 4.
    const parts = campisi({ total: 0.045, duration: 4, days: [0, 365], treasury: [0.02, 0.018], credit: [0.03, 0.029] })
    expect(parts.income).toBeCloseTo(0.03, 12)
    expect(parts.treasury).toBeCloseTo(0.008, 12)
    // Spread from 1 % to 1.1 %: -4 * 0.001
    expect(parts.spread).toBeCloseTo(-0.004, 12)
    expect(parts.income + parts.treasury + parts.spread + parts.selection).toBeCloseTo(0.045, 12)
  })
})

describe('ranks', () => {
  it('leave out what is not known and let equals share the better place', () => {
    expect([...competitionRanks(Float64Array.of(3, NaN, 1, 3, 2), 'highest')]).toEqual([1, NaN, 4, 1, 3])
    expect([...competitionRanks(Float64Array.of(3, NaN, 1, 3, 2), 'lowest')]).toEqual([3, NaN, 1, 3, 2])
  })

  it('score 100 for the first, 0 for the last, and nothing among fewer than ten', () => {
    expect([scoreOf(1, 11), scoreOf(6, 11), scoreOf(11, 11), scoreOf(1, 9)]).toEqual([100, 50, 0, null])
  })
})

describe('figures in sentences', () => {
  it('carry sign, unit and a dash for what is missing', () => {
    const day = IsoDate.parse('2026-11-20')
    const pack = { kind: 'definitions', version: '1', effectiveOn: day, definitions: {}, reasons: {} } as const
    const make = figureKit(pack, day)
    const text = (unit: FigureUnit, value: number) => formatFigure(make('x', 'x', unit, value))
    expect([text('return', 0.0774), text('return', -0.0247), text('ratio', 0.1554), text('number', -1.184)]).toEqual([
      '+7.74%',
      '−2.47%',
      '15.54%',
      '−1.18',
    ])
    expect([text('count', 1155), text('fen', 5_000_000_012), text('score', 57.4), text('return', -0.00001)]).toEqual([
      '1,155',
      '50,000,000',
      '57',
      '0.00%',
    ])
    expect(formatFigure(make('x', 'x', 'ratio', 'noPeers'))).toBe('—')
    expect(formatFigure(undefined)).toBe('—')
  })
})
