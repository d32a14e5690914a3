import type { Trade } from '../../model/trade.ts'
import { dayNumber } from './day-number.ts'

/** What one confirmed trade does to one position: signed change of units, signed cash as the investor sees it. */
export interface PositionEvent {
  readonly kind: 'buy' | 'sell' | 'income' | 'reinvest' | 'split' | 'transfer'
  readonly code: string
  readonly accountId: string
  readonly day: number
  /** Units times 100, signed. */
  readonly units: number
  /** Fen: negative paid, positive received; 0 for splits and transfers in kind. */
  readonly cash: number
  readonly fee: number
  /** Fen of income for a reinvested dividend, of value for a transfer in kind where the registrar gave one. */
  readonly amount: number
  /** Yuan a unit, where the confirmation names it. */
  readonly price: number | null
}

/** Fen paid for a purchase, fee included. Confirmations state the amount with the fee (funds) or before it (securities); price times units decides, without a price the fee is taken as included. */
export function paidFor(trade: Trade): number {
  if (trade.price === null) return trade.amount
  const notional = (trade.units * trade.price) / 10_000
  const before = Math.abs(notional - trade.amount)
  const included = Math.abs(notional + trade.fee - trade.amount)
  return before < included ? trade.amount + trade.fee : trade.amount
}

/** Fen received from a sale after the fee; the stated amount may be before it (securities) or after it (funds). */
export function receivedFrom(trade: Trade): number {
  if (trade.price === null) return trade.amount - trade.fee
  const notional = (trade.units * trade.price) / 10_000
  const before = Math.abs(notional - trade.amount)
  const after = Math.abs(notional - trade.fee - trade.amount)
  return after < before ? trade.amount : trade.amount - trade.fee
}

/** The event of a confirmed trade of a product; null for cash movements and for what is not confirmed. */
export function positionEvent(trade: Trade): PositionEvent | null {
  if (trade.status !== 'confirmed' || trade.code === null) return null
  const base = {
    code: trade.code,
    accountId: trade.accountId,
    day: dayNumber(trade.date),
    fee: trade.fee,
    amount: trade.amount,
    price: trade.price === null ? null : trade.price / 10_000,
  }
  switch (trade.side) {
    case 'buy':
    case 'convertIn':
      return { ...base, kind: 'buy', units: trade.units, cash: -paidFor(trade) }
    case 'sell':
    case 'convertOut':
      return { ...base, kind: 'sell', units: -trade.units, cash: receivedFrom(trade) }
    case 'dividend':
      return { ...base, kind: 'income', units: 0, cash: trade.amount - trade.fee }
    case 'reinvest':
      return { ...base, kind: 'reinvest', units: trade.units, cash: 0 }
    case 'split':
      return { ...base, kind: 'split', units: trade.units, cash: 0 }
    case 'adjustIn':
      return { ...base, kind: 'transfer', units: trade.units, cash: 0 }
    case 'adjustOut':
      return { ...base, kind: 'transfer', units: -trade.units, cash: 0 }
    case 'deposit':
    case 'withdraw':
      return null
  }
}

const rank = { split: 0, transfer: 1, income: 2, reinvest: 3, buy: 4, sell: 5 } as const

/** Order of a day: corporate actions, then purchases, then sales, so that a same-day switch never sells what is not there. */
export function inOrder(events: readonly PositionEvent[]): PositionEvent[] {
  return [...events].toSorted((a, b) => a.day - b.day || rank[a.kind] - rank[b.kind])
}
