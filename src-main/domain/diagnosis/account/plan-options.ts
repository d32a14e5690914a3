import type { AssetClass } from '../../../model/levels.ts'
import type { Product } from '../../../model/product.ts'
import type { PlanOption } from '../../../model/report/account/change-plan.ts'
import type { VerdictLine } from '../../../model/report/account/suitability.ts'
import { fundOverlap } from '../../portfolio/fund-overlap.ts'
import { ASSET_CLASSES } from '../../portfolio/look-through.ts'
import type { AccountFacts, ProductFacts } from './account-facts.ts'
import { shelfFactors, shelfScore, type ShelfClient } from '../../recommendation/rank-shelf.ts'
import { classAmounts, comparable, gradeNumber, totalOf, type Exposure } from './exposure.ts'
import { points, rate, share, text, whole, type Phrases } from './phrases.ts'
import { sentences, type Measures } from './rules.ts'

/** A product of the shelf that passes the risk fit, with its points 0..100. */
export interface Candidate {
  readonly facts: ProductFacts
  readonly product: Product
  readonly verdict: VerdictLine
  readonly overlap: number | null
  readonly rank: number
}

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

/** The client as the shelf sees it: shares of `exposure`, and its target (without one no class is wanted more than another). */
function shelfClient(facts: AccountFacts, exposure: Exposure): ShelfClient {
  const { client, target, holdings } = facts.input
  const total = Math.max(1, totalOf(exposure))
  const amounts = classAmounts(exposure)
  const shares = {
    cash: amounts.cash / total,
    fixedIncome: amounts.fixedIncome / total,
    equity: amounts.equity / total,
    multiAsset: amounts.multiAsset / total,
    overseasCommodity: amounts.overseasCommodity / total,
  }
  return {
    suitability: {
      investorType: client.investorType,
      riskCapacity: client.riskCapacity,
      validUntil: client.validUntil,
      birthDate: client.birthDate,
      term: client.term,
      variety: client.variety,
    },
    shares,
    target: target?.shares ?? shares,
    held: new Set(holdings.map(h => h.code)),
    investable: facts.total,
    liquidityDays: null,
    weighing: facts.input.packs.shelf,
  }
}

/**
 * Products of the shelf that may be recommended to this client today, best first by the factors of the shelf (gap, overlap,
 * cost, quality, liquidity, term) for an account that holds `exposure`: open for sale and `match` for an advisor's
 * recommendation. Ties by code.
 */
export function candidates(facts: AccountFacts, exposure: Exposure, gone: ReadonlySet<string>): readonly Candidate[] {
  const client = shelfClient(facts, exposure)
  const funds = comparable(exposure).filter(row => !gone.has(row.facts.code))
  return [...new Set(facts.input.shelf)]
    .flatMap((code): Candidate[] => {
      const own = facts.factsOf(code)
      const { product, verdict } = own
      if (product === null || verdict?.verdict !== 'match') return []
      if (product.sale === 'closed' || product.sale === 'halted') return []
      if (product.minimum !== null && product.minimum > facts.total) return []
      const overlap = highestOverlap(own, funds)
      const factors = shelfFactors({ product, quality: own.score?.total ?? null, overlap }, client)
      return [{ facts: own, product, verdict, overlap, rank: shelfScore(factors) }]
    })
    .toSorted((a, b) => b.rank - a.rank || (a.facts.code < b.facts.code ? -1 : 1))
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
    cash: c.facts.classes.cash,
    limited: c.product.sale === 'limited' ? 1 : 0,
    shortHistory: c.facts.returns() === null ? 1 : 0,
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
