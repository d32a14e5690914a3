import { daysWithin, onGrid, type DaySeries } from './day-series.ts'

/** Daily returns of one asset on a shared grid; NaN before it has two prices. */
export interface AssetReturns {
  readonly returns: Float64Array
  /** Number of returns that are not NaN. */
  readonly n: number
  /** Grid position of the first return. */
  readonly first: number
}

/**
 * Returns on the days of `grid`. Null with fewer than `minimum` returns, or where fewer than `density` of the grid days
 * carry a price of their own: weekly prices of a closed period are not daily data.
 */
export function assetReturns(
  series: DaySeries,
  grid: Int32Array,
  minimum: number,
  density: number,
): AssetReturns | null {
  const values = onGrid(series, grid)
  const returns = new Float64Array(grid.length)
  let first = -1
  returns[0] = NaN
  for (let t = 1; t < grid.length; t++) {
    const before = values[t - 1] ?? NaN
    const r = (values[t] ?? NaN) / before - 1
    returns[t] = r
    if (first < 0 && !Number.isNaN(r)) first = t
  }
  const n = first < 0 ? 0 : grid.length - first
  if (n < minimum) return null
  const own = daysWithin(series, grid[first] ?? 0, grid[grid.length - 1] ?? 0)
  return own < density * n ? null : { returns, n, first }
}

/** Covariance (n - 1) of two assets over their common days from grid position 1; `n` of them. */
export function covariance(a: AssetReturns, b: AssetReturns): { readonly value: number; readonly n: number } {
  const from = Math.max(a.first, b.first)
  const size = a.returns.length
  const n = size - from
  let sumA = 0
  let sumB = 0
  for (let t = from; t < size; t++) {
    sumA += a.returns[t] ?? 0
    sumB += b.returns[t] ?? 0
  }
  const meanA = sumA / n
  const meanB = sumB / n
  let sum = 0
  for (let t = from; t < size; t++) sum += ((a.returns[t] ?? 0) - meanA) * ((b.returns[t] ?? 0) - meanB)
  return { value: n > 1 ? sum / (n - 1) : NaN, n }
}

/** Correlations and per-day deviations of assets, pair by pair over their common days; null under `minimum` of them. */
export interface Comovement {
  readonly deviations: readonly number[]
  readonly correlations: readonly (readonly (number | null)[])[]
  readonly leastCommon: number
}

export function comovement(assets: readonly AssetReturns[], minimum: number): Comovement {
  const deviations = assets.map(a => Math.sqrt(covariance(a, a).value))
  const correlations: (number | null)[][] = assets.map(() => assets.map(() => null))
  let leastCommon = assets[0]?.n ?? 0
  for (let i = 0; i < assets.length; i++) {
    for (let j = 0; j <= i; j++) {
      const a = assets[i]
      const b = assets[j]
      if (a === undefined || b === undefined) continue
      const own = covariance(a, b)
      leastCommon = Math.min(leastCommon, own.n)
      // Deviations over the same common days: a pair's correlation stays within -1..1.
      const size =
        a.first === b.first
          ? (deviations[i] ?? 0) * (deviations[j] ?? 0)
          : Math.sqrt(partVariance(a, b) * partVariance(b, a))
      const value = i === j ? 1 : own.n >= minimum && size > 0 ? Math.max(-1, Math.min(1, own.value / size)) : null
      const row = correlations[i]
      const column = correlations[j]
      if (row !== undefined) row[j] = value
      if (column !== undefined) column[i] = value
    }
  }
  return { deviations, correlations, leastCommon }
}

const partVariance = (a: AssetReturns, b: AssetReturns): number => {
  const from = Math.max(a.first, b.first)
  return covariance({ ...a, first: from }, { ...a, first: from }).value
}

/** Daily returns of fixed weights, rebalanced every day; before a part has prices the others carry its weight. Parts without prices (null) earn `idle` a day. */
export function mixReturns(
  parts: readonly { readonly weight: number; readonly asset: AssetReturns | null }[],
  size: number,
  idle: number,
): Float64Array {
  const out = new Float64Array(size)
  for (let t = 1; t < size; t++) {
    let sum = 0
    let weight = 0
    for (const part of parts) {
      const r = part.asset === null ? idle : (part.asset.returns[t] ?? NaN)
      if (Number.isNaN(r)) continue
      sum += part.weight * r
      weight += part.weight
    }
    out[t] = weight > 0 ? sum / weight : 0
  }
  return out
}
