import { describe, expect, it } from 'vitest'
import { diagnoseFund } from '../../../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { curveOf, yieldAt } from '../../../../src-main/domain/diagnosis/yield-curve.ts'
import type { YieldChunk } from '../../../../src-main/model/yield-chunk.ts'
import { syntheticFund, syntheticInput, weekdays } from '../../../helpers/fund-input.ts'

const chunk = (
  curve: YieldChunk['curve'],
  months: number,
  year: number,
  days: readonly number[],
  yields: number[],
): YieldChunk => ({
  curve,
  name: curve === 'treasury' ? '国债曲线' : '信用债曲线',
  months,
  year,
  days: days.map((day, i) => day - (i === 0 ? 0 : (days[i - 1] ?? 0))),
  yields,
})

const reason = (over: Parameters<typeof syntheticInput>[0]): string | null =>
  diagnoseFund(syntheticInput(over)).attribution.campisi.income.reason

describe('a yield curve', () => {
  const curve = curveOf(
    [
      chunk('treasury', 60, 2026, [20_500], [22_000]),
      chunk('treasury', 12, 2025, [20_400], [15_000]),
      chunk('treasury', 12, 2026, [20_500], [16_000]),
      chunk('credit', 12, 2026, [20_500], [30_000]),
    ],
    'treasury',
  )

  it('is linear between its tenors and flat beyond them', () => {
    if (curve === null) throw new Error('no curve')
    expect(yieldAt(curve, 1, 20_500, 15)).toBeCloseTo(0.016, 12)
    expect(yieldAt(curve, 2, 20_500, 15)).toBeCloseTo(0.0175, 12)
    expect(yieldAt(curve, 5, 20_503, 15)).toBeCloseTo(0.022, 12)
    expect(yieldAt(curve, 0.25, 20_500, 15)).toBeCloseTo(0.016, 12)
    expect(yieldAt(curve, 30, 20_500, 15)).toBeCloseTo(0.022, 12)
  })

  it('says nothing before it begins, nor of a day long after its last', () => {
    if (curve === null) throw new Error('no curve')
    expect(yieldAt(curve, 1, 20_399, 15)).toBeNaN()
    expect(yieldAt(curve, 1, 20_400, 15)).toBeCloseTo(0.015, 12)
    expect(yieldAt(curve, 1, 20_450, 15)).toBeNaN()
    // how long a yield holds is the pack's to say
    expect(yieldAt(curve, 1, 20_450, 50)).toBeCloseTo(0.015, 12)
  })

  it('is missing where nothing is stored of it', () => {
    expect(curveOf([], 'credit')).toBeNull()
  })
})

describe('Campisi attribution of a bond fund', () => {
  const days = [...weekdays('2015-01-01', '2026-11-20')]
  const curves = (
    last: number,
  ): { treasury: NonNullable<ReturnType<typeof curveOf>>; credit: NonNullable<ReturnType<typeof curveOf>> } => {
    const own = days.slice(0, last)
    const fall = (from: number, to: number): number[] =>
      own.map((_, i) => Math.round(from + ((to - from) * i) / own.length))
    const chunks = [
      chunk('treasury', 36, 2015, own, fall(36_000, 18_000)),
      chunk('credit', 36, 2015, own, fall(46_000, 24_000)),
    ]
    const [treasury, credit] = [curveOf(chunks, 'treasury'), curveOf(chunks, 'credit')]
    if (treasury === null || credit === null) throw new Error('no curves')
    return { treasury, credit }
  }
  const bond = syntheticFund({ type: 'bond', duration: 2.5 })

  it('adds up to the return, and each effect is the move of its own yield', () => {
    const { campisi } = diagnoseFund(syntheticInput({ fund: bond, yields: curves(days.length) })).attribution
    const [income, treasury, spread, selection, total] = [
      campisi.income.value,
      campisi.treasury.value,
      campisi.spread.value,
      campisi.selection.value,
      campisi.total.value,
    ].map(value => value ?? Number.NaN) as [number, number, number, number, number]
    expect(income + treasury + spread + selection).toBeCloseTo(total, 12)
    const inputs = new Map(campisi.treasury.card?.inputs.map(each => [each.name, Number(each.value)]))
    const moved = (name: string): number => (inputs.get(`${name}₁`) ?? 0) - (inputs.get(`${name}₀`) ?? 0)
    expect(moved('y')).toBeLessThan(-0.003)
    expect(treasury).toBeCloseTo(-2.5 * moved('y'), 12)
    expect(spread).toBeCloseTo(-2.5 * (moved('y_c') - moved('y')), 12)
    expect(campisi.window?.to).toBe('2026-11-20')
    expect(campisi.income.card?.benchmark).toBe('国债曲线 · 信用债曲线')
  })

  it('names why it is missing: no curve, a curve that ends early, no duration, no bond fund', () => {
    expect(reason({ fund: bond })).toBe('noYields')
    expect(reason({ fund: bond, yields: curves(days.length - 60) })).toBe('yieldsShort')
    expect(reason({ fund: syntheticFund({ type: 'bond' }), yields: curves(days.length) })).toBe('noDuration')
    expect(reason({ yields: curves(days.length) })).toBe('notBondFund')
  })
})
