import type { AssetClass, RiskGrade } from '../../../model/levels.ts'
import { comovement, mixReturns, type AssetReturns } from '../../portfolio/asset-returns.ts'
import { ASSET_CLASSES } from '../../portfolio/look-through.ts'
import { fundOverlap } from '../../portfolio/fund-overlap.ts'
import { portfolioRisk } from '../../portfolio/portfolio-risk.ts'
import type { AccountFacts, ProductFacts } from './account-facts.ts'

/** Products with their values and the cash beside them, as they are or as a plan would make them. Fen. */
export interface Exposure {
  readonly rows: readonly { readonly facts: ProductFacts; readonly value: number }[]
  readonly cash: number
}

export const exposureOf = (facts: AccountFacts): Exposure => ({
  rows: facts.held.map(h => ({ facts: h, value: h.value })),
  cash: facts.cash,
})

export const totalOf = (exposure: Exposure): number =>
  exposure.cash + exposure.rows.reduce((sum, row) => sum + row.value, 0)

/** Fen in each asset class after look-through, not rounded. */
export function classAmounts(exposure: Exposure): Record<AssetClass, number> {
  const out = { cash: exposure.cash, fixedIncome: 0, equity: 0, multiAsset: 0, overseasCommodity: 0 }
  for (const { facts, value } of exposure.rows) for (const c of ASSET_CLASSES) out[c] += value * facts.classes[c]
  return out
}

/** Half of the absolute drifts from the target: the part of the account in the wrong class. */
export function misplacedPart(exposure: Exposure, target: Readonly<Record<AssetClass, number>>): number {
  const total = totalOf(exposure)
  const amounts = classAmounts(exposure)
  return total <= 0 ? 0 : ASSET_CLASSES.reduce((sum, c) => sum + Math.abs(amounts[c] / total - target[c]), 0) / 2
}

/** Returns of the product, or of the proxies of its classes where its own are too few; null where those are missing too. */
export function riskAsset(facts: ProductFacts, account: AccountFacts): AssetReturns | null {
  const own = facts.returns()
  if (own !== null) return own
  const size = account.grid.length
  const returns = new Float64Array(size)
  returns[0] = NaN
  for (const c of ASSET_CLASSES) {
    const weight = facts.classes[c]
    if (weight === 0) continue
    const proxy = account.proxies[c]
    if (proxy === null && c !== 'cash') return null
    for (let t = 1; t < size; t++)
      returns[t] =
        (returns[t] ?? 0) +
        weight * (proxy === null ? account.input.riskFree / account.periodsPerYear : (proxy.returns[t] ?? 0))
  }
  return size < 2 ? null : { returns, n: size - 1, first: 1 }
}

export interface ExposureRisk {
  /** A year; null where nothing has returns. */
  readonly volatility: number | null
  /** Part of the volatility by row of the exposure; null for a row without returns. They sum to 1. */
  readonly contributions: readonly (number | null)[]
  readonly diversificationRatio: number | null
  /** Daily returns of the fixed weights, from grid position 1. */
  readonly returns: Float64Array
  /** Share of the assets that has returns, own or by proxy. */
  readonly covered: number
}

/** Risk of fixed weights over the risk window: pairwise covariances over common days (Euler contributions). Cash carries none. */
export function exposureRisk(exposure: Exposure, facts: AccountFacts): ExposureRisk {
  const total = totalOf(exposure)
  const minimum = facts.input.packs.conclusions.thresholds.minimumReturns
  const rows = exposure.rows.map(row => ({ ...row, asset: riskAsset(row.facts, facts) }))
  const priced = rows.flatMap((row, at) =>
    row.asset === null || row.value <= 0 ? [] : [{ at, value: row.value, asset: row.asset }],
  )
  const covered = exposure.cash + priced.reduce((sum, p) => sum + p.value, 0)
  const size = facts.grid.length
  if (priced.length === 0 || covered <= 0 || size <= minimum)
    return {
      volatility: null,
      contributions: rows.map(() => null),
      diversificationRatio: null,
      returns: new Float64Array(0),
      covered: 0,
    }
  const weights = priced.map(p => p.value / covered)
  const moves = comovement(
    priced.map(p => p.asset),
    minimum,
  )
  const risk = portfolioRisk({
    weights,
    volatilities: moves.deviations,
    correlations: moves.correlations.map(row => row.map(c => c ?? 0)),
  })
  const daily = risk.volatility
  const contributions: (number | null)[] = rows.map(() => null)
  priced.forEach((p, i) => {
    const part = risk.contributions[i] ?? null
    contributions[p.at] = daily === null || daily === 0 || part === null ? null : part / daily
  })
  const mix = [
    ...priced.map((p, i) => ({ weight: weights[i] ?? 0, asset: p.asset })),
    { weight: exposure.cash / covered, asset: null },
  ]
  return {
    volatility: daily === null ? null : daily * Math.sqrt(facts.periodsPerYear),
    contributions,
    diversificationRatio: risk.diversificationRatio,
    returns: mixReturns(mix, size, facts.input.riskFree / facts.periodsPerYear).subarray(1),
    covered: total > 0 ? covered / total : 0,
  }
}

/** Fees a year of all products with a known fee, in fen; null where none is known. */
export function annualCost(exposure: Exposure): number | null {
  const known = exposure.rows.filter(row => row.facts.product?.annualFee != null)
  return known.length === 0
    ? null
    : known.reduce((sum, row) => sum + row.value * (row.facts.product?.annualFee ?? 0), 0)
}

export const gradeNumber = (grade: RiskGrade): number => Number(grade.slice(1))

/** Value-weighted grade of what is graded; null where nothing is. */
export function weightedGrade(exposure: Exposure): number | null {
  let sum = 0
  let value = 0
  for (const row of exposure.rows) {
    const grade = row.facts.product?.riskGrade
    if (grade === undefined || grade === null) continue
    sum += row.value * gradeNumber(grade)
    value += row.value
  }
  return value > 0 ? sum / value : null
}

export function mismatchPart(exposure: Exposure): number {
  const total = totalOf(exposure)
  const wrong = exposure.rows.reduce(
    (sum, row) => (row.facts.verdict?.verdict === 'mismatch' ? sum + row.value : sum),
    0,
  )
  return total > 0 ? wrong / total : 0
}

/** Funds whose portfolios can be compared. */
export const comparable = (exposure: Exposure): Exposure['rows'] =>
  exposure.rows.filter(row => row.facts.fund !== null && row.facts.positions !== null && row.facts.positions.size > 0)

/** Value-weighted mean overlap of all pairs of comparable funds; null with fewer than two. */
export function meanOverlap(exposure: Exposure): number | null {
  const rows = comparable(exposure)
  let sum = 0
  let weight = 0
  rows.forEach((a, i) => {
    for (const b of rows.slice(i + 1)) {
      if (a.facts.positions === null || b.facts.positions === null) continue
      const w = a.value * b.value
      sum += w * fundOverlap(a.facts.positions, b.facts.positions)
      weight += w
    }
  })
  return weight > 0 ? sum / weight : null
}
