import type { Holding } from '../../model/holding.ts'
import type { Trade } from '../../model/trade.ts'
import { dayNumber } from './day-number.ts'
import type { DaySeries } from './day-series.ts'
import { inOrder, positionEvent, type PositionEvent } from './position-event.ts'
import { priceAt, priceHistory, type PricePoint } from './price-history.ts'
import { runPosition, type Opening, type Position } from './run-position.ts'

/** One product of the account: what happened, what is left, and how well the trades explain it. */
export interface ProductLedger {
  readonly code: string
  readonly events: readonly PositionEvent[]
  readonly opening: Opening | null
  readonly position: Position
  readonly prices: DaySeries | null
  readonly heldUnits: number
  readonly value: number
  /** Cost of the statement, fen; null where one of its rows has none. */
  readonly statedCost: number | null
  /** Units that had to be added (opening) or taken (closing) to agree with the statement. */
  readonly unexplained: number
}

export interface CashMove {
  readonly pool: string
  readonly day: number
  /** Fen, positive in. */
  readonly amount: number
}

export interface AccountLedger {
  readonly products: readonly ProductLedger[]
  readonly deposits: readonly CashMove[]
  /** Pools whose deposits and withdrawals are recorded; elsewhere every purchase is money from outside. */
  readonly tracked: ReadonlySet<string>
  /** Cash minus margin debt of each pool, fen. */
  readonly cash: ReadonlyMap<string, number>
  /** The pool an account settles in. */
  readonly poolOf: (accountId: string) => string
  readonly firstDay: number | null
}

export interface LedgerInput {
  readonly trades: readonly Trade[]
  readonly holdings: readonly Holding[]
  /** Accounts at the broker share one pool of money: a fund purchase is paid from the cash account. External ones stand alone. */
  readonly accounts: readonly {
    readonly id: string
    readonly kind?: 'cash' | 'margin' | 'fund' | 'advisory' | 'external'
    readonly cash: number
    readonly marginDebt: number
  }[]
  /** Published unit prices (not adjusted) by code, in yuan. */
  readonly prices: ReadonlyMap<string, DaySeries>
  /** Last day that counts. */
  readonly asOf: number
}

function lastPrice(rows: readonly Holding[]): PricePoint | null {
  let found: PricePoint | null = null
  for (const row of rows) {
    if (row.units <= 0 || row.priceDate === null) continue
    const day = dayNumber(row.priceDate)
    const price = row.price === null ? row.value / row.units : row.price / 10_000
    if (found === null || day >= found.day) found = { day, price }
  }
  return found
}

function productLedger(
  code: string,
  own: readonly PositionEvent[],
  rows: readonly Holding[],
  input: LedgerInput,
  firstDay: number,
): ProductLedger {
  const held = rows.reduce((sum, row) => sum + row.units, 0)
  const points = own.flatMap(e => (e.price === null ? [] : [{ day: e.day, price: e.price }]))
  const prices = priceHistory(input.prices.get(code), points, lastPrice(rows))
  const worth = (units: number, day: number) => (prices === null ? 0 : Math.round(units * priceAt(prices, day)))
  const priced = inOrder(own).map(e =>
    e.kind === 'transfer' && e.amount === 0 ? { ...e, amount: worth(Math.abs(e.units), e.day) } : e,
  )
  let net = 0
  let lowest = 0
  for (const e of priced) {
    net += e.units
    if (net < lowest) lowest = net
  }
  const openingUnits = Math.max(held - net, -lowest)
  const statedCost = rows.reduce<number | null>(
    (sum, row) => (sum === null || row.cost === null ? null : sum + Math.round((row.units * row.cost) / 10_000)),
    rows.length === 0 ? null : 0,
  )
  const opening =
    openingUnits > 0
      ? {
          day: firstDay,
          units: openingUnits,
          cost: priced.length === 0 && statedCost !== null ? statedCost : worth(openingUnits, firstDay),
        }
      : null
  const gap = held - (openingUnits + net)
  const accountId = rows[0]?.accountId ?? priced[0]?.accountId ?? ''
  const closing: readonly PositionEvent[] =
    gap === 0
      ? []
      : [
          {
            kind: 'transfer',
            code,
            accountId,
            day: input.asOf,
            units: gap,
            cash: 0,
            fee: 0,
            amount: worth(-gap, input.asOf),
            price: null,
          },
        ]
  const events = [...priced, ...closing]
  return {
    code,
    events,
    opening,
    position: runPosition(code, events, opening),
    prices,
    heldUnits: held,
    value: rows.reduce((sum, row) => sum + row.value, 0),
    statedCost,
    unexplained: openingUnits - gap,
  }
}

/**
 * Sorts trades into one ledger a product. Where the trades do not explain the units of the statement, the rest is taken as
 * held before the first trade, or as gone on the last day; both are counted in `unexplained`.
 */
export function accountLedger(input: LedgerInput): AccountLedger {
  const external = new Set(input.accounts.filter(a => a.kind === 'external').map(a => a.id))
  const poolOf = (accountId: string) => (external.has(accountId) ? accountId : 'broker')
  const cash = new Map<string, number>()
  for (const a of input.accounts) cash.set(poolOf(a.id), (cash.get(poolOf(a.id)) ?? 0) + a.cash - a.marginDebt)
  const events = new Map<string, PositionEvent[]>()
  const deposits: CashMove[] = []
  let firstDay: number | null = null
  for (const trade of input.trades) {
    const day = dayNumber(trade.date)
    if (trade.status !== 'confirmed' || day > input.asOf) continue
    if (firstDay === null || day < firstDay) firstDay = day
    const event = positionEvent(trade)
    if (event !== null) {
      const list = events.get(event.code)
      if (list === undefined) events.set(event.code, [event])
      else list.push(event)
    } else if (trade.side === 'deposit' || trade.side === 'withdraw') {
      deposits.push({
        pool: poolOf(trade.accountId),
        day,
        amount: trade.side === 'deposit' ? trade.amount : -trade.amount,
      })
    }
  }
  const rows = new Map<string, Holding[]>()
  for (const row of input.holdings) rows.set(row.code, [...(rows.get(row.code) ?? []), row])
  const codes = [...new Set([...rows.keys(), ...events.keys()])].toSorted()
  const start = firstDay ?? input.asOf
  return {
    products: codes.map(code => productLedger(code, events.get(code) ?? [], rows.get(code) ?? [], input, start)),
    deposits,
    tracked: new Set(deposits.map(d => d.pool)),
    cash,
    poolOf,
    firstDay,
  }
}
