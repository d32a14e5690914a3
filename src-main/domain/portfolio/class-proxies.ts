import type { AssetClass } from '../../model/levels.ts'
import type { ClassProxy } from '../../model/stress-pack.ts'
import { onGrid, type DaySeries } from './day-series.ts'

/** Daily returns of what stands for one asset class, and its name for the card. */
export interface ProxyReturns {
  readonly returns: Float64Array
  readonly name: string
}

/**
 * Daily returns on `grid` of the first mix whose indices all reach back to its start; null where none does. The mix is
 * rebalanced every day.
 */
export function proxyReturns(
  mixes: readonly ClassProxy[],
  indices: ReadonlyMap<string, DaySeries>,
  grid: Int32Array,
): ProxyReturns | null {
  for (const mix of mixes) {
    const parts = mix.map(part => {
      const series = indices.get(part.index)
      return series === undefined || (series.days[0] ?? Infinity) > (grid[0] ?? 0)
        ? null
        : { weight: part.weight, values: onGrid(series, grid) }
    })
    if (parts.some(p => p === null)) continue
    const returns = new Float64Array(grid.length)
    for (const part of parts) {
      if (part === null) continue
      for (let t = 1; t < grid.length; t++)
        returns[t] = (returns[t] ?? 0) + part.weight * ((part.values[t] ?? 0) / (part.values[t - 1] ?? 1) - 1)
    }
    const name = mix.map(p => (p.weight === 1 ? p.index : `${p.index} ${Math.round(p.weight * 100)}%`)).join(' + ')
    return { returns, name }
  }
  return null
}

/** Daily returns of an allocation in proxies; cash without one earns `cash` a day. Null where a needed class has none. */
export function allocationReturns(
  shares: Readonly<Record<AssetClass, number>>,
  proxies: Readonly<Record<AssetClass, ProxyReturns | null>>,
  size: number,
  cash: number,
): Float64Array | null {
  const out = new Float64Array(size)
  for (const [key, weight] of Object.entries(shares)) {
    if (weight === 0) continue
    const proxy = proxies[key as AssetClass]
    if (proxy === null && key !== 'cash') return null
    for (let t = 1; t < size; t++) out[t] = (out[t] ?? 0) + weight * (proxy === null ? cash : (proxy.returns[t] ?? 0))
  }
  return out
}
