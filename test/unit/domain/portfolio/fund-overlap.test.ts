import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundOverlap } from '../../../../src-main/domain/portfolio/fund-overlap.ts'
import { lookThrough } from '../../../../src-main/domain/portfolio/look-through.ts'
import { FundHoldings } from '../../../../src-main/model/fund-holding.ts'

/** Positions whose weights sum to at most 1. */
const portfolio = fc
  .dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(weights => {
    const all = Object.entries(weights)
    const sum = Math.max(
      1,
      all.reduce((s, [, w]) => s + w, 0),
    )
    return new Map(all.map(([code, w]) => [code, w / sum]))
  })

const disclosed = (allocation: FundHoldings['allocation']) =>
  FundHoldings.parse({ fundId: 'F', date: '2026-09-30', scope: 'topTen', allocation, positions: [] })

describe('overlap', () => {
  it('is symmetric and lies between 0 and 1', () => {
    fc.assert(
      fc.property(portfolio, portfolio, (a, b) => {
        const overlap = fundOverlap(a, b)
        expect(overlap).toBe(fundOverlap(b, a))
        expect(overlap).toBeGreaterThanOrEqual(0)
        expect(overlap).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is the disclosed weight of a portfolio with itself', () => {
    fc.assert(
      fc.property(portfolio, a => {
        const known = [...a.values()].reduce((s, w) => s + w, 0)
        expect(fundOverlap(a, a)).toBeCloseTo(Math.min(1, known), 12)
      }),
    )
  })

  it('adds the smaller weight of every position both hold', () => {
    // min(8 %, 5 %) + min(3 %, 6 %) = 8 %
    const a = new Map([
      ['600001', 0.08],
      ['600002', 0.03],
      ['600003', 0.04],
    ])
    const b = new Map([
      ['600001', 0.05],
      ['600002', 0.06],
      ['600009', 0.1],
    ])
    expect(fundOverlap(a, b)).toBeCloseTo(0.08, 12)
  })
})

describe('look-through', () => {
  it('sums to one, however much a bond fund has borrowed', () => {
    const { shares } = lookThrough(
      'fixedIncome',
      'bond',
      disclosed({ equity: 0.1, bond: 1.25, cash: 0.05, fund: 0, other: 0 }),
    )
    expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    expect(shares.fixedIncome).toBeCloseTo(1.25 / 1.4, 12)
  })

  it('keeps what an overseas fund holds overseas, and its cash as cash', () => {
    const { shares } = lookThrough(
      'overseasCommodity',
      'qdii',
      disclosed({ equity: 0.9, bond: 0, cash: 0.1, fund: 0, other: 0 }),
    )
    expect(shares).toMatchObject({ overseasCommodity: 0.9, cash: 0.1, equity: 0 })
  })

  it('takes the class of the product where nothing is disclosed, and says so', () => {
    expect(lookThrough('multiAsset', 'fof', undefined)).toMatchObject({ disclosed: false, shares: { multiAsset: 1 } })
  })
})
