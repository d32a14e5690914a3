import type { AssetClass } from '../../../model/levels.ts'
import type { Product } from '../../../model/product.ts'
import type { PlanOption } from '../../../model/report/account/change-plan.ts'
import type { VerdictLine } from '../../../model/report/account/suitability.ts'
import { fundOverlap } from '../../portfolio/fund-overlap.ts'
import { ASSET_CLASSES } from '../../portfolio/look-through.ts'
import type { AccountFacts, ProductFacts } from './account-facts.ts'
import { comparable, gradeNumber, type Exposure } from './exposure.ts'
import { points, rate, share, text, whole, type Phrases } from './phrases.ts'
import { sentences, type Measures } from './rules.ts'

/** A product of the shelf that passes the risk fit, with its rank in 0..1. */
export interface Candidate {
  readonly facts: ProductFacts
  readonly product: Product
  readonly verdict: VerdictLine
  readonly overlap: number | null
  readonly rank: number
}

/** Fees at or above this a year earn no points for cost. */
const DEAR = 0.02
/** A product without a score ranks a little under the median of 50. */
const UNSCORED = 0.4
const SLOW_DAYS = 30

/** Highest overlap with one of the funds that stay; null where it or they have no disclosed portfolio. */
function highestOverlap(facts: ProductFacts, others: Exposure['rows']): number | null {
  const own = facts.positions
  if (facts.fund === null || own === null || own.size === 0) return null
  return others.reduce<number | null>(
    (best, o) =>
      o.facts.positions === null || o.facts.fund?.fundId === facts.fund?.fundId
        ? best
        : Math.max(best ?? 0, fundOverlap(own, o.facts.positions)),
    null,
  )
}

/** Part of the wanted money that this product's classes would serve, 0..1. */
function gapFit(facts: ProductFacts, gaps: Readonly<Record<AssetClass, number>>): number {
  const largest = Math.max(...ASSET_CLASSES.map(c => gaps[c]))
  return largest <= 0 ? 0 : ASSET_CLASSES.reduce((sum, c) => sum + facts.classes[c] * Math.max(0, gaps[c] / largest), 0)
}

/**
 * Products of the shelf that may be recommended to this client today, best first: open for sale, `match` for an advisor's
 * recommendation, ranked by the weighted sum of gap, overlap, cost, score and liquidity (weights in the pack). Ties by code.
 */
export function candidates(
  facts: AccountFacts,
  stays: Exposure,
  gaps: Readonly<Record<AssetClass, number>>,
): readonly Candidate[] {
  const weights = facts.input.packs.conclusions.thresholds.optionWeights
  const funds = comparable(stays)
  const seen = new Set<string>()
  return facts.input.shelf
    .flatMap((code): Candidate[] => {
      if (seen.has(code)) return []
      seen.add(code)
      const own = facts.factsOf(code)
      const { product, verdict } = own
      if (product === null || verdict?.verdict !== 'match') return []
      if (product.sale === 'closed' || product.sale === 'halted') return []
      const overlap = highestOverlap(own, funds)
      const score = own.score?.total ?? null
      const rank =
        weights.gap * gapFit(own, gaps) +
        weights.overlap * (1 - (overlap ?? 0)) +
        weights.cost * (1 - Math.min(1, (product.annualFee ?? DEAR / 2) / DEAR)) +
        weights.score * (score === null ? UNSCORED : score / 100) +
        weights.liquidity * (1 - Math.min(1, (product.redemptionDays ?? SLOW_DAYS) / SLOW_DAYS))
      return [{ facts: own, product, verdict, overlap, rank }]
    })
    .toSorted((a, b) => b.rank - a.rank || a.facts.code.localeCompare(b.facts.code))
}

/** The class in which a product mainly is. */
export const mainClass = (facts: ProductFacts): AssetClass =>
  ASSET_CLASSES.reduce((best, c) => (facts.classes[c] > facts.classes[best] ? c : best), 'cash' as AssetClass)

/** The option as it is shown; `scope` keeps the ids of its figures apart. */
export function planOption(
  facts: AccountFacts,
  c: Candidate,
  scope: string,
  gaps: Readonly<Record<AssetClass, number>>,
): PlanOption {
  const { maker, input } = facts
  const pack = input.packs.conclusions
  const score = c.facts.score?.total ?? null
  const main = mainClass(c.facts)
  const level = input.client.riskCapacity === null ? null : Number(input.client.riskCapacity.slice(1, 2))
  const grade = c.product.riskGrade
  const measures: Measures = {
    score,
    scored: score === null ? 0 : 1,
    overlap: c.overlap,
    annualFee: c.product.annualFee,
    redemptionDays: c.product.redemptionDays,
    gap: facts.total > 0 ? gaps[main] / facts.total : null,
    gradeBelow: grade === null || level === null ? null : level - gradeNumber(grade),
    equity: c.facts.classes.equity,
    limited: c.product.sale === 'limited' ? 1 : 0,
    shortHistory: c.facts.asset === null ? 1 : 0,
  }
  const className = pack.classNames[main]
  const phrases: Phrases = {
    name: text(c.facts.name),
    className,
    score: whole(score),
    overlap: share(c.overlap),
    annualFee: rate(c.product.annualFee),
    redemptionDays: whole(c.product.redemptionDays),
    gap: points(facts.total > 0 ? gaps[main] / facts.total : null),
    grade: text(grade ?? '—'),
    level: text(input.client.riskCapacity ?? '—'),
  }
  const id = (key: string) => `option.${scope}.${c.facts.code}.${key}`
  const snapshot = { frequency: 'snapshot' } as const
  return {
    code: c.facts.code,
    name: c.facts.name,
    assetClass: main,
    riskGrade: grade,
    verdict: c.verdict,
    annualFee: maker.figure(id('annualFee'), 'ratio', c.product.annualFee, {
      definition: 'annual-fee',
      ...snapshot,
      reason: 'no-fee',
    }),
    score: maker.figure(id('score'), 'score', score, { definition: 'score', window: facts.window, reason: 'no-score' }),
    overlap: maker.figure(id('overlap'), 'ratio', c.overlap, {
      definition: 'overlap',
      ...snapshot,
      reason: 'no-disclosure',
    }),
    redemptionDays: maker.figure(id('redemptionDays'), 'days', c.product.redemptionDays, {
      definition: 'redemption-days',
      ...snapshot,
      reason: 'not-stated',
    }),
    why: sentences(pack.optionFor, measures, phrases, 3),
    whyNot: sentences(pack.optionAgainst, measures, phrases, 2),
  }
}
