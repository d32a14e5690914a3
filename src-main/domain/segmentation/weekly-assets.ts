import type { TradeSide } from '../../model/trade.ts'

/** What a trade moved: money in fen, units in 1/100. */
export interface AssetFlow {
  readonly day: number
  readonly side: TradeSide
  readonly code: string | null
  readonly units: number
  readonly amount: number
  readonly fee: number
}

/** A position of today: value in fen, units in 1/100. */
export interface AssetPosition {
  readonly code: string
  readonly value: number
  readonly units: number
}

const inwards: ReadonlySet<TradeSide> = new Set(['buy', 'convertIn', 'reinvest', 'split', 'adjustIn', 'deposit'])

/** Change of cash that a trade made, in fen. */
const cashChange = ({ side, amount, fee }: AssetFlow): number => {
  switch (side) {
    case 'buy':
    case 'withdraw':
      return -amount - fee
    case 'sell':
    case 'deposit':
    case 'dividend':
      return amount - fee
    default:
      return 0
  }
}

/**
 * Assets of one client at each of the days `ends` (ascending day numbers), in fen: today's units and cash with the trades
 * since then taken back, at the prices of that day. `prices` answers yuan a unit at each end, or null: what has no price
 * then keeps today's value. `rest` is what is not in positions: cash and everything unlisted, in fen.
 */
export const weeklyAssets = (
  rest: number,
  positions: readonly AssetPosition[],
  flows: readonly AssetFlow[],
  ends: readonly number[],
  prices: (code: string) => readonly (number | null)[],
): Float64Array => {
  const row = new Float64Array(ends.length).fill(rest)
  const add = (i: number, fen: number): void => {
    row[i] = (row[i] ?? 0) + fen
  }
  for (const { code, value, units } of positions) {
    const price = prices(code)
    // units / 100 x yuan a unit x 100 fen a yuan
    for (let i = 0; i < ends.length; i++) add(i, price[i] == null ? value : units * (price[i] ?? 0))
  }
  for (const flow of flows) {
    const price = flow.code === null || flow.side === 'dividend' ? null : prices(flow.code)
    const cash = cashChange(flow)
    const units = inwards.has(flow.side) ? flow.units : -flow.units
    for (let i = 0; i < ends.length; i++) {
      if (flow.day <= (ends[i] ?? 0)) break
      add(i, -cash - (price === null ? 0 : units * (price[i] ?? 0)))
    }
  }
  return row
}
