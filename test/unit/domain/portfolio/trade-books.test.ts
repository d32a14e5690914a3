import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../../src-main/domain/portfolio/day-number.ts'
import { inOrder, positionEvent } from '../../../../src-main/domain/portfolio/position-event.ts'
import { runPosition } from '../../../../src-main/domain/portfolio/run-position.ts'
import type { Trade } from '../../../../src-main/model/trade.ts'
import { fundBookCells, trade, tradeBookText } from '../../../helpers/trade-book.ts'

const run = (trades: readonly Trade[], code: string) =>
  runPosition(code, inOrder(trades.filter(t => t.code === code).flatMap(t => positionEvent(t) ?? [])), null)

/** A NAV of 1e-4 yuan that moves a little every day; the books name amounts, not prices. */
const navOf = (code: string, date: string) => 10_000 + ((Number(code) * 7 + dayNumber(date) * 13) % 4000)

function fundTrades(text: string): { readonly trades: readonly Trade[]; readonly paid: Map<string, number> } {
  const held = new Map<string, number>()
  const paid = new Map<string, number>()
  const trades = fundBookCells(text).flatMap((cell, i): Trade[] => {
    const price = navOf(cell.code, cell.date)
    const before = held.get(cell.code) ?? 0
    if (cell.value > 0) {
      const amount = Math.round(cell.value * 100)
      const units = Math.floor((amount * 10_000) / price)
      held.set(cell.code, before + units)
      paid.set(cell.code, (paid.get(cell.code) ?? 0) + amount)
      return [trade({ id: `${i}`, date: cell.date, side: 'buy', code: cell.code, units, price, amount })]
    }
    const wanted = cell.value >= -0.005 ? Math.round((before * cell.value) / -0.005) : Math.round(-cell.value * 100)
    const units = Math.min(before, wanted)
    if (units === 0) return []
    held.set(cell.code, before - units)
    const amount = Math.round((units * price) / 10_000)
    return [trade({ id: `${i}`, date: cell.date, side: 'sell', code: cell.code, units, price, amount })]
  })
  return { trades, paid }
}

describe.each(['trades_demo.csv', 'trades_demo1.csv', 'trades_demo2.csv', 'trades_etf.csv'])('trade book %s', name => {
  const text = tradeBookText(name)

  it.skipIf(text === null)('keeps every fen and every unit of every fund', () => {
    const { trades, paid } = fundTrades(text ?? '')
    expect(paid.size).toBeGreaterThan(2)
    for (const [code, amount] of paid) {
      const own = trades.filter(t => t.code === code)
      const bought = own.filter(t => t.side === 'buy').reduce((s, t) => s + t.units, 0)
      const sold = own.filter(t => t.side === 'sell').reduce((s, t) => s + t.units, 0)
      const received = own.filter(t => t.side === 'sell').reduce((s, t) => s + t.amount, 0)
      const position = run(trades, code)
      expect(position.paid).toBe(amount)
      expect(position.units).toBe(bought - sold)
      expect(position.lots.reduce((s, lot) => s + lot.units, 0)).toBe(bought - sold)
      expect(position.lotCost + position.closed.reduce((s, lot) => s + lot.cost, 0)).toBe(amount)
      expect(position.realised).toBe(received - (amount - position.averageCost))
      expect(position.realisedFirstIn).toBe(received - (amount - position.lotCost))
      expect(position.short).toBe(0)
    }
  })
})

describe('trade book trades_demo3.csv', () => {
  const text = tradeBookText('trades_demo3.csv')
  const trades = (text ?? '')
    .split(/\r?\n/)
    .slice(1)
    .map(line => line.split(','))
    .filter(row => row.length === 5 && !(row[1] ?? '').startsWith('#'))
    .map((row, i) => {
      const [date = '', code = '', value = '', share = '', fee = ''] = row
      const shares = Number(share)
      const base = { id: `${i}`, date: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`, code }
      // A row without shares is a cash dividend of `value` yuan.
      if (shares === 0)
        return trade({ ...base, side: 'dividend', units: 0, price: null, amount: Math.round(Number(value) * 100) })
      return trade({
        ...base,
        side: shares > 0 ? 'buy' : 'sell',
        units: Math.abs(shares) * 100,
        price: Math.round(Number(value) * 10_000),
        amount: Math.round(Number(value) * Math.abs(shares) * 100),
        fee: Math.round(Number(fee) * 100),
      })
    })

  it.skipIf(text === null)('realises 91.10 yuan on SH510500', () => {
    // paid 300 x 5.37 + 0.20 = 1,611.20; received 300 x 5.675 - 0.20 = 1,702.30
    const position = run(trades, 'SH510500')
    expect(position).toMatchObject({ units: 0, paid: 161_120, received: 170_230, realised: 9110, lotCost: 0 })
  })

  it.skipIf(text === null)('realises 145.21 yuan on 1,600 of 1,700 units of SH512880', () => {
    // paid 1700 x 0.919 + 0.20 = 1,562.50; cost of 1,600: 1,562.50 x 16/17 = 1,470.59; received 1600 x 1.01 - 0.20 = 1,615.80
    const position = run(trades, 'SH512880')
    expect(position).toMatchObject({ units: 10_000, realised: 14_521, averageCost: 9191, lotCost: 9191 })
  })

  it.skipIf(text === null)('counts the dividend and conserves the cash of SH501018', () => {
    const position = run(trades, 'SH501018')
    expect(position.income).toBe(2000)
    expect(position.units).toBe((2000 + 1400 + 1050 + 1141 + 1700 - 1000 - 1000) * 100)
    // 2128.00+0.21 + 1397.20+0.20 + 988.05+1.19 + 986.965+1.19 + 1468.80+0.20, the half fen rounded up
    expect(position.paid).toBe(212_821 + 139_740 + 98_924 + (98_697 + 119) + 146_900)
    expect(position.received).toBe(97_580 + 95_880)
    expect(position.realisedFirstIn).toBe(position.received - (position.paid - position.lotCost))
    expect(position.realised).toBe(position.received - (position.paid - position.averageCost))
  })
})
