import type { AssetClass } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'
import type { TargetAllocation } from '../../model/segment-cell.ts'
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

const weights = { gap: 0.35, quality: 0.2, cost: 0.15, overlap: 0.15, liquidity: 0.1, term: 0.05 } as const

/** An allocation 20 points short of its target asks for the class as loudly as it can. */
const fullGap = 0.2
/** A yearly fee at which cost earns no points. */
const dearFee = 0.025
/** Longer than this to get the money back earns no points when the client names no need. */
const longWait = 30

const clamp = (points: number): number => Math.min(100, Math.max(0, points))

const score = (factor: ShelfFactor, value: number | null, points: number): FactorScore => ({
  factor,
  points: clamp(value === null ? 50 : points),
  weight: weights[factor],
  value,
})

/** Points of one product for one client, whether it may be offered or not. */
export const shelfFactors = (shelf: ShelfProduct, client: ShelfClient): readonly FactorScore[] => {
  const { product } = shelf
  const gap = client.target[product.assetClass] - client.shares[product.assetClass]
  const days = product.redemptionDays
  const patience = client.liquidityDays ?? longWait
  const term = client.suitability.term
  return [
    score('gap', gap, 50 + (50 * gap) / fullGap),
    score('quality', shelf.quality, shelf.quality ?? 50),
    score('cost', product.annualFee, 100 - (100 * (product.annualFee ?? 0)) / dearFee),
    score('overlap', shelf.overlap, 100 - 100 * (shelf.overlap ?? 0)),
    score('liquidity', days, 100 - (50 * (days ?? 0)) / Math.max(1, patience)),
    score('term', product.term, term === null ? 50 : 100 - 25 * Math.max(0, term - (product.term ?? term))),
  ]
}

/** Weighted points, 0..100. */
export const shelfScore = (factors: readonly FactorScore[]): number =>
  factors.reduce((sum, f) => sum + f.points * f.weight, 0)

/**
 * Ranks a shelf for one client by the gap to its target allocation, quality, cost, overlap, liquidity and term, each
 * 0..100 and weighted (unknown counts 50). Products that risk fit does not let pass on the advisor's initiative are
 * never ranked: they are counted under the reason that holds them back, as are those with too high a minimum.
 * The weights are ours.
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
