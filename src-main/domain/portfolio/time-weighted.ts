import type { ValueHistory } from './value-history.ts'

/** Daily time-weighted returns; `index` starts at 1, `counted` is false on days without capital. */
export interface TimeWeighted {
  readonly returns: Float64Array
  readonly index: Float64Array
  readonly counted: Uint8Array
}

/**
 * Time-weighted return day by day: money that comes in works from that day, money that leaves has worked to its end,
 * `r_t = (V_t + out_t) / (V_{t-1} + in_t) - 1`, linked by multiplication (GIPS daily valuation).
 */
export function timeWeighted(history: ValueHistory): TimeWeighted {
  const size = history.grid.length
  const returns = new Float64Array(size)
  const index = new Float64Array(size)
  const counted = new Uint8Array(size)
  index[0] = 1
  for (let t = 1; t < size; t++) {
    const flow = history.flows[t] ?? 0
    const capital = (history.total[t - 1] ?? 0) + Math.max(0, flow)
    const end = (history.total[t] ?? 0) + Math.max(0, -flow)
    // Less than one yuan of capital carries no meaningful return.
    const works = capital >= 100
    returns[t] = works ? end / capital - 1 : 0
    counted[t] = works ? 1 : 0
    index[t] = (index[t - 1] ?? 1) * (1 + (returns[t] ?? 0))
  }
  return { returns, index, counted }
}

/**
 * Contribution of each product to the time-weighted return from grid position `from` to `to`: its gain of a day over the
 * capital of that day, carried at the index so far. They sum to `index[to] / index[from] - 1`; the last element is what
 * no product earned (fees of cash moves, rounding).
 */
export function contributions(history: ValueHistory, twr: TimeWeighted, from: number, to: number): Float64Array {
  const count = history.products.length
  const out = new Float64Array(count + 1)
  const start = twr.index[from] ?? 1
  for (let t = from + 1; t <= to; t++) {
    if (twr.counted[t] !== 1) continue
    const capital = (history.total[t - 1] ?? 0) + Math.max(0, history.flows[t] ?? 0)
    const scale = (twr.index[t - 1] ?? 1) / start
    let explained = 0
    for (let i = 0; i < count; i++) {
      const part = (history.products[i]?.gains[t] ?? 0) / capital
      explained += part
      out[i] = (out[i] ?? 0) + scale * part
    }
    out[count] = (out[count] ?? 0) + scale * ((twr.returns[t] ?? 0) - explained)
  }
  return out
}
