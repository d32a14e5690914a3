import type { AccountLedger, ProductLedger } from './account-ledger.ts'
import { indexAtOrBefore, onGrid } from './day-series.ts'
import { priceAt } from './price-history.ts'

/** Daily valuation of one product, fen; `cash` is what it paid out (positive) or took in on a day. */
export interface ProductHistory {
  readonly code: string
  readonly values: Float64Array
  readonly cash: Float64Array
  readonly gains: Float64Array
}

/** Daily valuation of the whole account on the days of `grid`; day 0 is the last one before the first trade. */
export interface ValueHistory {
  readonly grid: Int32Array
  readonly products: readonly ProductHistory[]
  /** Net assets: products and cash, less margin debt. */
  readonly total: Float64Array
  /** Money and securities from outside (positive) or to it, by day. */
  readonly flows: Float64Array
}

const slot = (grid: Int32Array, day: number) => Math.min(grid.length - 1, indexAtOrBefore(grid, day - 1) + 1)

function add(into: Float64Array, t: number, amount: number): void {
  into[t] = (into[t] ?? 0) + amount
}

function productHistory(ledger: ProductLedger, grid: Int32Array, inKind: Float64Array): ProductHistory {
  const size = grid.length
  const units = new Float64Array(size)
  const cash = new Float64Array(size)
  const price = ledger.prices === null ? new Float64Array(size) : onGrid(ledger.prices, grid)
  if (ledger.prices !== null) {
    for (let t = 0; t < size && Number.isNaN(price[t]); t++) price[t] = priceAt(ledger.prices, grid[t] ?? 0)
  }
  units[0] = ledger.opening?.units ?? 0
  for (const event of ledger.events) {
    const t = slot(grid, event.day)
    units[t] = (units[t] ?? 0) + event.units
    if (event.kind === 'transfer') {
      const worth = event.units * (price[t] ?? 0)
      inKind[t] = (inKind[t] ?? 0) + worth
      cash[t] = (cash[t] ?? 0) - worth
    } else cash[t] = (cash[t] ?? 0) + event.cash
  }
  const values = new Float64Array(size)
  const gains = new Float64Array(size)
  let held = 0
  let before = 0
  for (let t = 0; t < size; t++) {
    held += units[t] ?? 0
    let value = held * (price[t] ?? 0)
    // The statement's own figure closes the curve: NAV times units may differ from it by rounding.
    if (t === size - 1 && ledger.heldUnits > 0) value = ledger.value
    values[t] = value
    gains[t] = t === 0 ? 0 : value - before + (cash[t] ?? 0)
    before = value
  }
  return { code: ledger.code, values, cash, gains }
}

/**
 * Values every product on every day (units times the last published price) and walks cash back from today's balance.
 * Where deposits are recorded cash moves with every trade; where they are not, each purchase counts as money from
 * outside and its cash is taken as unchanged. Shapes: all arrays as long as `grid`; money in fen, not rounded.
 */
export function valueHistory(ledger: AccountLedger, grid: Int32Array): ValueHistory {
  const size = grid.length
  const flows = new Float64Array(size)
  const inKind = new Float64Array(size)
  const products = ledger.products.map(p => productHistory(p, grid, inKind))
  const moves = new Map<string, Float64Array>()
  const movesOf = (pool: string): Float64Array => {
    const known = moves.get(pool)
    if (known !== undefined) return known
    const fresh = new Float64Array(size)
    moves.set(pool, fresh)
    return fresh
  }
  for (const move of ledger.deposits) {
    const t = slot(grid, move.day)
    add(flows, t, move.amount)
    add(movesOf(move.pool), t, move.amount)
  }
  for (const product of ledger.products) {
    for (const event of product.events) {
      if (event.cash === 0) continue
      const t = slot(grid, event.day)
      const pool = ledger.poolOf(event.accountId)
      if (ledger.tracked.has(pool)) add(movesOf(pool), t, event.cash)
      else add(flows, t, -event.cash)
    }
  }
  const total = new Float64Array(size)
  for (const id of new Set([...ledger.cash.keys(), ...ledger.tracked])) {
    const own = moves.get(id) ?? new Float64Array(size)
    const end = ledger.cash.get(id) ?? 0
    const opening = Math.max(0, end - own.reduce((a, b) => a + b, 0))
    let balance = opening
    for (let t = 0; t < size; t++) {
      balance += own[t] ?? 0
      // More came in than is left: the rest went out unrecorded, shown as an outflow of the last day.
      if (t === size - 1 && balance !== end) {
        add(flows, t, end - balance)
        balance = end
      }
      add(total, t, balance)
    }
  }
  for (let t = 0; t < size; t++) {
    let sum = total[t] ?? 0
    for (const p of products) sum += p.values[t] ?? 0
    total[t] = sum
    add(flows, t, inKind[t] ?? 0)
  }
  return { grid, products, total, flows }
}
