import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../src-main/domain/portfolio/day-number.ts'
import { modifiedDietz } from '../../../../src-main/domain/portfolio/modified-dietz.ts'
import { xirr, xnpv, type Cashflow } from '../../../../src-main/domain/portfolio/xirr.ts'

const rateOf = (flows: readonly Cashflow[]): number => xirr(flows).rate ?? NaN

describe('xirr', () => {
  it('is the time-weighted return a year when nothing flows in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.double({ min: 0.05, max: 20, noNaN: true }), (days, growth) => {
        const flows: Cashflow[] = [
          [isoDate(15_000), -1000],
          [isoDate(15_000 + days), 1000 * growth],
        ]
        const wanted = growth ** (365 / days) - 1
        fc.pre(Number.isFinite(wanted) && wanted > -0.999_999)
        expect(Math.abs(rateOf(flows) - wanted)).toBeLessThan(1e-8 * Math.max(1, wanted))
      }),
    )
  })

  it('solves its own equation for savings plans of any size and order', () => {
    const plan = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 1e6 })), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(plan, fc.double({ min: 0.3, max: 3, noNaN: true }), (buys, growth) => {
        const flows: Cashflow[] = buys.map(([day, amount]) => [isoDate(15_000 + day), -amount])
        const paid = buys.reduce((sum, [, amount]) => sum + amount, 0)
        flows.push([isoDate(19_000), paid * growth])
        const rate = rateOf(flows)
        expect(Math.abs(xnpv(rate, flows))).toBeLessThan(1e-6 * paid * Math.max(1, (1 + rate) ** -11))
        expect(xirr(flows.toReversed())).toEqual(xirr(flows))
      }),
    )
  })

  it('has none without a sign change', () => {
    expect(xirr([])).toEqual({ rate: null, reason: 'no-sign-change' })
    expect(xirr([['2024-01-02', -5]])).toEqual({ rate: null, reason: 'no-sign-change' })
    // Paid in and out on one day cancels: nothing is left to earn a return on.
    const cancelled: Cashflow[] = [
      ['2024-01-02', -5],
      ['2024-01-02', 5],
      ['2024-06-02', 7],
    ]
    expect(xirr(cancelled)).toEqual({ rate: null, reason: 'no-sign-change' })
  })

  it('says so when several rates solve it, and lists them', () => {
    // -100 + 230/1.1 - 132/1.21 = 0 and -100 + 230/1.2 - 132/1.44 = 0
    const flows: Cashflow[] = [
      ['2021-01-01', -100],
      ['2022-01-01', 230],
      ['2023-01-01', -132],
    ]
    const answer = xirr(flows)
    expect(answer).toMatchObject({ rate: null, reason: 'not-unique' })
    const roots = answer.rate === null ? (answer.roots ?? []) : []
    expect(roots[0]).toBeCloseTo(0.1, 9)
    expect(roots[1]).toBeCloseTo(0.2, 9)
  })

  it('has none where the sign changes but no rate solves it', () => {
    const flows: Cashflow[] = [
      ['2021-01-01', -100],
      ['2022-01-01', 100],
      ['2023-01-01', -100],
    ]
    expect(xirr(flows)).toEqual({ rate: null, reason: 'no-rate' })
  })
})

describe('modified Dietz', () => {
  it('weighs a flow by the days it stayed', () => {
    // 100 at the start, 50 after 15 of 30 days, 160 at the end: (160 - 100 - 50) / (100 + 50 * 0.5) = 10 / 125
    expect(modifiedDietz({ begin: 100, end: 160, days: 30, flows: [[15, 50]] })).toEqual({ rate: 0.08 })
  })

  it('has no rate on no capital', () => {
    expect(modifiedDietz({ begin: 0, end: 1, days: 30, flows: [] })).toEqual({ rate: null, reason: 'no-capital' })
  })

  it('is the plain return without flows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (begin, end) => {
        const { rate } = modifiedDietz({ begin, end, days: 30, flows: [] })
        expect(rate).toBeCloseTo(end / begin - 1, 10)
      }),
    )
  })
})
