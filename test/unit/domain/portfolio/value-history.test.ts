import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountLedger, type LedgerInput } from '../../../../src-main/domain/portfolio/account-ledger.ts'
import { dayNumber } from '../../../../src-main/domain/portfolio/day-number.ts'
import type { DaySeries } from '../../../../src-main/domain/portfolio/day-series.ts'
import { contributions, timeWeighted } from '../../../../src-main/domain/portfolio/time-weighted.ts'
import { valueHistory } from '../../../../src-main/domain/portfolio/value-history.ts'
import type { Holding } from '../../../../src-main/model/holding.ts'
import { AccountId, ClientId, ProductCode } from '../../../../src-main/model/ids.ts'
import { Fen, IsoDate, Units100 } from '../../../../src-main/model/units.ts'
import { trade } from '../../../helpers/trade-book.ts'

const start = dayNumber('2024-01-01')
const account = { id: AccountId.parse('a1'), cash: Fen.parse(0), marginDebt: Fen.parse(0) }
const holding = (code: string, units: number, value: number): Holding => ({
  clientId: ClientId.parse('c1'),
  accountId: AccountId.parse('a1'),
  code: ProductCode.parse(code),
  units: Units100.parse(units),
  cost: null,
  price: null,
  priceDate: IsoDate.parse('2024-01-11'),
  value: Fen.parse(value),
  maturesOn: null,
})
const series = (values: readonly number[]): DaySeries => ({
  days: Int32Array.from(values, (_, i) => start + i),
  values: Float64Array.from(values),
})
const grid = Int32Array.from({ length: 11 }, (_, i) => start + i)
const value = (input: Omit<LedgerInput, 'asOf' | 'accounts'> & { readonly cash?: number }) => {
  const ledger = accountLedger({
    ...input,
    accounts: [{ ...account, cash: Fen.parse(input.cash ?? 0) }],
    asOf: start + 10,
  })
  const history = valueHistory(ledger, grid)
  return { ledger, history, twr: timeWeighted(history) }
}

describe('value history', () => {
  it('takes a purchase without recorded deposits as money from outside', () => {
    // 100 yuan at NAV 1 on day 2; the NAV ends at 1.1: 10 %
    const { history, twr } = value({
      trades: [
        trade({ id: '1', date: '2024-01-03', side: 'buy', code: 'F', units: 10_000, price: 10_000, amount: 10_000 }),
      ],
      holdings: [holding('F', 10_000, 11_000)],
      prices: new Map([['F', series([1, 1, 1, 1.02, 1.04, 1.04, 1.05, 1.06, 1.08, 1.09, 1.1])]]),
    })
    expect(history.flows[2]).toBe(10_000)
    expect(twr.index[10]).toBeCloseTo(1.1, 12)
  })

  it('walks cash back from the balance where deposits are recorded, and a purchase is no flow', () => {
    // 200 yuan in on day 1, 100 of them into the fund on day 2 at 1.00, which ends at 1.10: 210 / 200
    const { history, twr } = value({
      trades: [
        trade({ id: '1', date: '2024-01-02', side: 'deposit', code: null, units: 0, price: null, amount: 20_000 }),
        trade({ id: '2', date: '2024-01-03', side: 'buy', code: 'F', units: 10_000, price: 10_000, amount: 10_000 }),
      ],
      holdings: [holding('F', 10_000, 11_000)],
      prices: new Map([['F', series([1, 1, 1, 1.02, 1.04, 1.04, 1.05, 1.06, 1.08, 1.09, 1.1])]]),
      cash: 10_000,
    })
    expect([...history.flows].reduce((a, b) => a + b, 0)).toBe(20_000)
    expect(history.total[10]).toBe(21_000)
    expect(twr.index[10]).toBeCloseTo(1.05, 12)
  })

  it('pays a fund purchase of the fund account from the cash account of the same broker', () => {
    const { history } = value({
      trades: [
        trade({ id: '1', date: '2024-01-02', side: 'deposit', code: null, units: 0, price: null, amount: 20_000 }),
        trade({
          id: '2',
          date: '2024-01-03',
          side: 'buy',
          code: 'F',
          units: 10_000,
          price: 10_000,
          amount: 10_000,
          account: 'fund',
        }),
      ],
      holdings: [holding('F', 10_000, 10_000)],
      prices: new Map([['F', series(Array.from({ length: 11 }, () => 1))]]),
      cash: 10_000,
    })
    // The only money from outside is the deposit.
    expect([...history.flows]).toEqual([0, 20_000, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect([...history.total]).toEqual([0, ...Array.from({ length: 10 }, () => 20_000)])
  })

  it('does not take a flow for a gain', () => {
    // the NAV stands still; money comes and goes
    const { twr } = value({
      trades: [
        trade({ id: '1', date: '2024-01-02', side: 'buy', code: 'F', units: 10_000, price: 10_000, amount: 10_000 }),
        trade({ id: '2', date: '2024-01-05', side: 'buy', code: 'F', units: 90_000, price: 10_000, amount: 90_000 }),
        trade({ id: '3', date: '2024-01-08', side: 'sell', code: 'F', units: 95_000, price: 10_000, amount: 95_000 }),
      ],
      holdings: [holding('F', 5000, 5000)],
      prices: new Map([['F', series(Array.from({ length: 11 }, () => 1))]]),
    })
    expect(twr.index[10]).toBeCloseTo(1, 12)
  })

  it('holds what the trades do not explain from the start, and says how much that is', () => {
    const { ledger, history } = value({
      trades: [
        trade({ id: '1', date: '2024-01-05', side: 'sell', code: 'F', units: 4000, price: 10_000, amount: 4000 }),
      ],
      holdings: [holding('F', 6000, 6000)],
      prices: new Map([['F', series(Array.from({ length: 11 }, () => 1))]]),
    })
    expect(ledger.products[0]).toMatchObject({ unexplained: 10_000, opening: { units: 10_000, cost: 10_000 } })
    expect(history.total[0]).toBe(10_000)
  })

  it('splits the return of the account into contributions that sum to it', () => {
    const nav = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 11, maxLength: 11 })
    const buys = fc.array(
      fc.record({
        code: fc.constantFrom('F', 'G'),
        day: fc.integer({ min: 1, max: 9 }),
        units: fc.integer({ min: 1000, max: 100_000 }),
        amount: fc.integer({ min: 1000, max: 200_000 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(nav, nav, buys, (f, g, rows) => {
        const held = (code: string) => rows.filter(r => r.code === code).reduce((s, r) => s + r.units, 0)
        const { history, twr } = value({
          trades: rows.map((r, i) =>
            trade({
              id: `${i}`,
              date: `2024-01-${String(r.day + 1).padStart(2, '0')}`,
              side: 'buy',
              code: r.code,
              units: r.units,
              price: null,
              amount: r.amount,
            }),
          ),
          holdings: ['F', 'G']
            .filter(c => held(c) > 0)
            .map(c => holding(c, held(c), Math.round(held(c) * ((c === 'F' ? f : g)[10] ?? 1)))),
          prices: new Map([
            ['F', series(f)],
            ['G', series(g)],
          ]),
        })
        const parts = contributions(history, twr, 0, 10)
        const total = (twr.index[10] ?? 1) - 1
        expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 9)
        // Nothing but products earns in this account.
        expect(parts[parts.length - 1]).toBeCloseTo(0, 9)
      }),
    )
  })
})
