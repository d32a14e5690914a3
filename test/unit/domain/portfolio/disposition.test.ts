import { describe, expect, it } from 'vitest'
import type { ProductLedger } from '../../../../src-main/domain/portfolio/account-ledger.ts'
import { dayNumber } from '../../../../src-main/domain/portfolio/day-number.ts'
import { disposition } from '../../../../src-main/domain/portfolio/disposition.ts'
import { inOrder, positionEvent } from '../../../../src-main/domain/portfolio/position-event.ts'
import { runPosition } from '../../../../src-main/domain/portfolio/run-position.ts'
import type { TradeSide } from '../../../../src-main/model/trade.ts'
import { trade } from '../../../helpers/trade-book.ts'

/** Bought 100 units at 1 yuan in January; what happens in March is `side`, at `price`. */
const product = (code: string, price: number, side: TradeSide | null): ProductLedger => {
  const rows = [trade({ id: '1', date: '2024-01-02', side: 'buy', code, units: 10_000, price: 10_000, amount: 10_000 })]
  if (side !== null)
    rows.push(
      trade({ id: '2', date: '2024-03-01', side, code, units: 5000, price: price * 10_000, amount: 5000 * price }),
    )
  const events = inOrder(rows.flatMap(t => positionEvent(t) ?? []))
  const days = Int32Array.from([dayNumber('2024-01-02'), dayNumber('2024-03-01')])
  return {
    code,
    events,
    opening: null,
    position: runPosition(code, events, null),
    prices: { days, values: Float64Array.from([1, price]) },
    heldUnits: 10_000,
    value: 0,
    statedCost: null,
    unexplained: 0,
  }
}

describe('disposition effect', () => {
  it('counts what was sold against what could have been sold that day', () => {
    // one of two winners sold, none of the two losers: PGR 1/2, PLR 0/2
    const found = disposition(
      [product('A', 1.2, 'sell'), product('B', 1.3, null), product('C', 0.8, null), product('D', 0.9, null)],
      0,
    )
    expect(found).toMatchObject({ realisedGains: 1, paperGains: 1, realisedLosses: 0, paperLosses: 2 })
    expect(found).toMatchObject({ gainsRealised: 0.5, lossesRealised: 0 })
  })

  it('is not defined without a sale', () => {
    expect(disposition([product('A', 1.2, null)], 0)).toMatchObject({ gainsRealised: null, lossesRealised: null })
  })
})
