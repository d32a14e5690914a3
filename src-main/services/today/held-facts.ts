import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import type { TodayPack } from '../../model/today-pack.ts'
import type { Book } from '../book/client-entry.ts'
import type { ReadTx } from '../ports/store.ts'

interface Maturing {
  readonly code: string
  readonly value: number
  readonly on: string
}

/** What the list needs beyond the book: maturities, margin accounts and fresh money; money in fen. */
export interface HeldFacts {
  readonly maturing: ReadonlyMap<string, readonly Maturing[]>
  readonly margin: ReadonlyMap<string, { readonly ratio: number; readonly debt: number }>
  /** Deposits of the last days less withdrawals, and the day of the last deposit. */
  readonly inflows: ReadonlyMap<string, { readonly on: string; readonly value: number }>
}

/** Positions with a date of their own, and those whose product has one. */
const maturities = (tx: ReadTx, book: Book, days: number): HeldFacts['maturing'] => {
  const until = isoDate(dayNumber(book.today) + days)
  const found = new Map<string, Maturing[]>()
  const add = (clientId: string, one: Maturing): void => {
    const own = found.get(clientId)
    if (own === undefined) found.set(clientId, [one])
    else if (!own.some(each => each.code === one.code)) own.push(one)
  }
  for (const { clientId, code, value, maturesOn } of tx.holdings.maturing(book.today, until))
    if (maturesOn !== null) add(clientId, { code, value, on: maturesOn })
  for (const { client, holdings } of book.entries)
    for (const { code, value, product } of holdings) {
      const on = product?.maturesOn ?? null
      if (on !== null && on >= book.today && on <= until) add(client.id, { code, value, on })
    }
  return found
}

/** The worst maintenance ratio of each client: (cash + securities) / debt of the margin account. */
const margins = (tx: ReadTx): HeldFacts['margin'] => {
  const found = new Map<string, { readonly ratio: number; readonly debt: number }>()
  for (const account of tx.accounts.all()) {
    if (account.kind !== 'margin' || account.marginDebt <= 0) continue
    const securities = tx.holdings
      .ofClient(account.clientId)
      .reduce((sum, holding) => sum + (holding.accountId === account.id ? holding.value : 0), 0)
    const ratio = (account.cash + securities) / account.marginDebt
    const worst = found.get(account.clientId)
    if (worst === undefined || ratio < worst.ratio) found.set(account.clientId, { ratio, debt: account.marginDebt })
  }
  return found
}

const freshMoney = (tx: ReadTx, book: Book, days: number): HeldFacts['inflows'] => {
  const found = new Map<string, { on: string; value: number }>()
  for (const { clientId, date, side, amount } of tx.trades.flows(isoDate(dayNumber(book.today) - days))) {
    if (side !== 'deposit' && side !== 'withdraw') continue
    const known = found.get(clientId) ?? { on: '', value: 0 }
    known.value += side === 'deposit' ? amount : -amount
    if (side === 'deposit' && date > known.on) known.on = date
    found.set(clientId, known)
  }
  return found
}

const cache = new WeakMap<Book['products'], { readonly today: string; readonly facts: HeldFacts }>()

/** Read once per state of the book; a contact written down changes none of it. */
export const heldFacts = (tx: ReadTx, book: Book, marks: TodayPack['marks']): HeldFacts => {
  const known = cache.get(book.products)
  if (known?.today === book.today) return known.facts
  const facts = {
    maturing: maturities(tx, book, marks.maturityDays),
    margin: margins(tx),
    inflows: freshMoney(tx, book, marks.inflowDays),
  }
  cache.set(book.products, { today: book.today, facts })
  return facts
}
