import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestRemainder, sharesThatAddUp } from '../../../../src-main/domain/portfolio/largest-remainder.ts'
import { inOrder, positionEvent } from '../../../../src-main/domain/portfolio/position-event.ts'
import { runPosition } from '../../../../src-main/domain/portfolio/run-position.ts'
import type { Trade } from '../../../../src-main/model/trade.ts'
import { trade } from '../../../helpers/trade-book.ts'

const run = (trades: readonly Trade[]) =>
  runPosition('990001', inOrder(trades.flatMap(t => positionEvent(t) ?? [])), null)
const day = (i: number) =>
  `2024-${String(1 + Math.floor(i / 28)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`

describe('largest remainder', () => {
  it('hands out exactly the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 40 }), parts => {
        const shares = sharesThatAddUp(parts)
        const sum = shares.reduce((a, b) => a + Math.round(b * 1000), 0)
        expect(sum).toBe(parts.some(p => p > 0) ? 1000 : 0)
      }),
    )
  })

  it('gives the odd one to the largest remainder', () => {
    // 10/3 = 3.33 each: one of them becomes 4, the first of equals
    expect(largestRemainder([1, 1, 1], 10)).toEqual([4, 3, 3])
    expect(largestRemainder([0.336, 0.338, 0.326], 10)).toEqual([3, 4, 3])
  })
})

describe('lots', () => {
  it('sell the oldest units first at their own cost', () => {
    const position = run([
      trade({ id: '1', date: '2024-01-02', side: 'buy', code: '990001', units: 10_000, price: 10_000, amount: 10_000 }),
      trade({ id: '2', date: '2024-02-02', side: 'buy', code: '990001', units: 10_000, price: 20_000, amount: 20_000 }),
      trade({
        id: '3',
        date: '2024-03-04',
        side: 'sell',
        code: '990001',
        units: 15_000,
        price: 20_000,
        amount: 30_000,
      }),
    ])
    // 100 units at 1 yuan and 50 of the 100 at 2 yuan go: 100 + 100 yuan; average cost 1.5 yuan x 150 = 225
    expect(position.realisedFirstIn).toBe(30_000 - 20_000)
    expect(position.realised).toBe(30_000 - 22_500)
    expect(position.lots).toEqual([{ openedOn: expect.any(Number), units: 5000, cost: 10_000 }])
  })

  it('take a stock fee on top and a fund fee out of the stated amount', () => {
    const stock = trade({
      id: '1',
      date: '2024-01-02',
      side: 'buy',
      code: '699001',
      units: 10_000,
      price: 100_000,
      amount: 100_000,
      fee: 500,
    })
    const fund = trade({
      id: '2',
      date: '2024-01-02',
      side: 'buy',
      code: '990001',
      units: 98_500,
      price: 10_000,
      amount: 100_000,
      fee: 1500,
    })
    expect(positionEvent(stock)?.cash).toBe(-100_500)
    expect(positionEvent(fund)?.cash).toBe(-100_000)
  })

  it('count a reinvested dividend as income and as a lot at its amount', () => {
    const position = run([
      trade({ id: '1', date: '2024-01-02', side: 'buy', code: '990001', units: 10_000, price: 10_000, amount: 10_000 }),
      trade({ id: '2', date: '2024-02-02', side: 'reinvest', code: '990001', units: 500, price: 10_000, amount: 500 }),
    ])
    expect(position).toMatchObject({ units: 10_500, income: 500, averageCost: 10_500, lotCost: 10_500 })
  })

  it('keep their cost through a split of 1 to 1.464', () => {
    const position = run([
      trade({ id: '1', date: '2024-01-02', side: 'buy', code: '990001', units: 10_000, price: 14_640, amount: 14_640 }),
      trade({ id: '2', date: '2024-02-02', side: 'split', code: '990001', units: 4640, price: null, amount: 0 }),
    ])
    expect(position).toMatchObject({ units: 14_640, averageCost: 14_640, lotCost: 14_640, realised: 0 })
  })

  it('conserve units and money whatever the order of buys, sells, splits and dividends', () => {
    const step = fc.record({
      side: fc.constantFrom('buy', 'sell', 'split', 'dividend', 'reinvest'),
      units: fc.integer({ min: 1, max: 1_000_000 }),
      amount: fc.integer({ min: 1, max: 100_000_000 }),
      fee: fc.integer({ min: 0, max: 1000 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        let held = 0
        let flow = 0
        let income = 0
        const trades = steps.flatMap((s, i): Trade[] => {
          const base = { id: `${i}`, date: day(i), code: '990001', price: null }
          if (s.side === 'sell') {
            const units = Math.min(held, s.units)
            if (units === 0) return []
            held -= units
            flow += s.amount - s.fee
            return [trade({ ...base, side: 'sell', units, amount: s.amount, fee: s.fee })]
          }
          if (s.side === 'dividend') {
            income += s.amount
            return [trade({ ...base, side: 'dividend', units: 0, amount: s.amount })]
          }
          if (s.side === 'split' && held === 0) return []
          held += s.units
          if (s.side === 'buy') flow -= s.amount
          if (s.side === 'reinvest') income += s.amount
          return [trade({ ...base, side: s.side, units: s.units, amount: s.side === 'split' ? 0 : s.amount })]
        })
        const position = run(trades)
        expect(position.units).toBe(held)
        expect(position.lots.reduce((sum, lot) => sum + lot.units, 0)).toBe(held)
        const reinvested = trades.filter(t => t.side === 'reinvest').reduce((sum, t) => sum + t.amount, 0)
        expect(position.realised + position.income - position.averageCost).toBe(flow + income - reinvested)
        expect(position.realisedFirstIn + position.income - position.lotCost).toBe(flow + income - reinvested)
      }),
    )
  })
})
