import type { AssetClass } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'
import type { TargetAllocation } from '../../model/segment-cell.ts'
import type { ShelfPack } from '../../model/shelf-pack.ts'
import type { SuitabilityClient, SuitabilityContext } from '../../model/suitability-facts.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { SuitabilityCode, Verdict } from '../../model/suitability-verdict.ts'
import { judgeSuitability } from '../suitability/judge-suitability.ts'

/** A product of the shelf with what is known of it beyond its row. */
export interface ShelfProduct {
  readonly product: Product
  /** Diagnosis score 0..100; null when there is too little history. */
  readonly quality: number | null
  /** Largest part of its holdings shared with something the client holds, 0..1; null when not disclosed. */
  readonly overlap: number | null
}

export type Weighing = Pick<ShelfPack, 'weights' | 'fullGap' | 'dearFee' | 'longWaitDays'>

export interface ShelfClient {
  readonly suitability: SuitabilityClient
  /** Today's shares by asset class, looked through. */
  readonly shares: Readonly<Record<AssetClass, number>>
  readonly target: TargetAllocation
  readonly held: ReadonlySet<string>
  /** Fen that could be invested, for minimum amounts. */
  readonly investable: number
  /** Days within which the client needs its money back; null when it does not say. */
  readonly liquidityDays: number | null
  /** Weights and marks of the factors. */
  readonly weighing: Weighing
}

export type ShelfFactor = 'gap' | 'overlap' | 'cost' | 'quality' | 'term' | 'liquidity'

/** One factor's points 0..100 with the figure behind it; at least 50 speaks for the product, less against. */
export interface FactorScore {
  readonly factor: ShelfFactor
  readonly points: number
  readonly weight: number
  /** Gap and overlap as fractions, cost a year as a fraction, quality 0..100, term 1..3, liquidity in days. */
  readonly value: number | null
}

export interface RankedProduct {
  readonly code: string
  readonly rank: number
  readonly score: number
  readonly reasons: readonly FactorScore[]
  readonly counterReasons: readonly FactorScore[]
  readonly alreadyHeld: boolean
  readonly verdict: Verdict
}

export interface RankedShelf {
  readonly ranked: readonly RankedProduct[]
  /** Products of the shelf that are not shown, by why; a product with two codes counts under its first. */
  readonly heldBack: readonly {
    readonly why: SuitabilityCode | 'MINIMUM'
    readonly count: number
    readonly codes: readonly string[]
  }[]
}

const clamp = (points: number): number => Math.min(100, Math.max(0, points))

type Rated = Omit<FactorScore, 'weight'>

const rated = (factor: ShelfFactor, value: number | null, points: number): Rated => ({
  factor,
  points: clamp(value === null ? 50 : points),
  value,
})

/** Points of one product for one client, whether it may be offered or not. */
export const shelfFactors = (shelf: ShelfProduct, client: ShelfClient): readonly FactorScore[] => {
  const { product } = shelf
  const gap = client.target[product.assetClass] - client.shares[product.assetClass]
  const days = product.redemptionDays
  const { weights, fullGap, dearFee, longWaitDays } = client.weighing
  const patience = client.liquidityDays ?? longWaitDays
  const term = client.suitability.term
  const factors = [
    rated('gap', gap, 50 + (50 * gap) / fullGap),
    rated('quality', shelf.quality, shelf.quality ?? 50),
    rated('cost', product.annualFee, 100 - (100 * (product.annualFee ?? 0)) / dearFee),
    rated('overlap', shelf.overlap, 100 - 100 * (shelf.overlap ?? 0)),
    rated('liquidity', days, 100 - (50 * (days ?? 0)) / Math.max(1, patience)),
    rated('term', product.term, term === null ? 50 : 100 - 25 * Math.max(0, term - (product.term ?? term))),
  ]
  return factors.map(each => ({ ...each, weight: weights[each.factor] }))
}

/** Weighted points, 0..100. */
export const shelfScore = (factors: readonly FactorScore[]): number =>
  factors.reduce((sum, f) => sum + f.points * f.weight, 0)

/**
 * Ranks a shelf for one client by the gap to its target allocation, quality, cost, overlap, liquidity and term, each
 * 0..100 and weighted (unknown counts 50). Products that risk fit does not let pass on the advisor's initiative are
 * never ranked: they are counted under the reason that holds them back, as are those with too high a minimum.
 * Weights and marks are data of the shelf pack.
 */
export const rankShelf = (
  shelf: readonly ShelfProduct[],
  client: ShelfClient,
  context: Pick<SuitabilityContext, 'date'>,
  pack: SuitabilityPack,
): RankedShelf => {
  const heldBack = new Map<SuitabilityCode | 'MINIMUM', string[]>()
  const hold = (why: SuitabilityCode | 'MINIMUM', code: string): void => {
    heldBack.set(why, [...(heldBack.get(why) ?? []), code])
  }
  const passing: Omit<RankedProduct, 'rank'>[] = []
  for (const each of shelf) {
    const { code, riskGrade, term, variety, highRisk, minimum } = each.product
    const verdict = judgeSuitability(
      client.suitability,
      { riskGrade, term, variety, highRisk },
      { date: context.date, initiative: 'advisor' },
      pack,
    )
    if (verdict.verdict !== 'match') {
      hold(verdict.codes[0] ?? 'REASSESS', code)
      continue
    }
    if (minimum !== null && minimum > client.investable) {
      hold('MINIMUM', code)
      continue
    }
    const factors = shelfFactors(each, client).toSorted((a, b) => b.points * b.weight - a.points * a.weight)
    passing.push({
      code,
      score: shelfScore(factors),
      reasons: factors.filter(f => f.value !== null && f.points > 50),
      counterReasons: factors.filter(f => f.value !== null && f.points < 50).toReversed(),
      alreadyHeld: client.held.has(code),
      verdict,
    })
  }
  const ranked = passing
    .toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .map((product, i) => ({ ...product, rank: i + 1 }))
  return {
    ranked,
    heldBack: [...heldBack].map(([why, codes]) => ({ why, count: codes.length, codes })),
  }
}
