import type { Style, Tier } from '../../model/levels.ts'
import type { PreviousSegment, SegmentFacts } from '../../model/segment-facts.ts'
import type { SegmentPack, StyleFigure } from '../../model/segment-pack.ts'
import type { SegmentDecision } from './segment-decision.ts'
import { segmentDistances, type SegmentDistance } from './segment-distances.ts'
import { segmentReasons, type SegmentReason } from './segment-reasons.ts'
import { figureOf, figuresUsed, pickStyle, scoresOf, type StyleFigures, type StyleScores } from './style-scores.ts'
import { tierOf } from './tier-of.ts'

export interface ClientSegment {
  /** Null when no total of assets is known. */
  readonly tier: Tier | null
  /** Null when a figure of the scores is not known. */
  readonly style: Style | null
  /** Null together with an undetermined style. */
  readonly scores: StyleScores | null
  /** No assets and no trades in the year (沉睡户). */
  readonly inactive: boolean
  /** Facts that were missing and left something open, by name. */
  readonly undetermined: readonly (keyof SegmentFacts)[]
  readonly reasons: readonly SegmentReason[]
  readonly distances: readonly SegmentDistance[]
  /** Version of the pack. */
  readonly pack: string
}

const tiers = [1, 2, 3, 4, 5] as const satisfies readonly Tier[]

/** Narrows a computed rank to a tier; ranks are 1..5 by construction. */
export const toTier = (rank: number): Tier => {
  const tier = tiers[rank - 1]
  if (tier === undefined) throw new RangeError(`tier ${rank} is outside 1..5`)
  return tier
}

/** Total assets in fen: the 20-day average, else the latest total, else null. */
export const assetsOf = (facts: SegmentFacts): number | null => facts.averageAssets ?? facts.latestAssets

/** No assets on average and now, and no trades in the year. */
export const isInactive = (facts: SegmentFacts): boolean =>
  assetsOf(facts) === 0 && (facts.latestAssets ?? 0) === 0 && facts.tradesInYear === 0

/** All figures the scores need, or the names of those that are missing. */
export const styleFigures = (
  facts: SegmentFacts,
  pack: SegmentPack,
): { readonly figures: StyleFigures } | { readonly missing: readonly StyleFigure[] } => {
  const missing = figuresUsed(pack).filter(figure => figureOf(facts, figure) === null)
  if (missing.length > 0) return { missing }
  const number = (figure: StyleFigure): number => figureOf(facts, figure) ?? 0
  return {
    figures: {
      turnover: number('turnover'),
      tradeDays: number('tradeDays'),
      equityShare: number('equityShare'),
      wealthShare: number('wealthShare'),
      cashShare: number('cashShare'),
      classes: number('classes'),
      topClassShare: number('topClassShare'),
      advisory: number('advisory'),
    },
  }
}

/**
 * Tier and style of one client without the explanations. Money in fen, shares as fractions of one.
 * Missing facts leave tier or style null; nothing throws.
 */
export const decideSegment = (
  facts: SegmentFacts,
  previous: PreviousSegment | null,
  pack: SegmentPack,
): SegmentDecision => {
  const assets = assetsOf(facts)
  if (isInactive(facts)) {
    const { tier, style } = pack.style.inactive
    return { facts, assets, previous, tier, style, scores: null, figures: null, inactive: true }
  }
  const found = styleFigures(facts, pack)
  const figures = 'figures' in found ? found.figures : null
  const scores = figures === null ? null : scoresOf(figures, pack)
  return {
    facts,
    assets,
    previous,
    tier: assets === null ? null : toTier(tierOf(assets, facts.revenue365, previous?.tier ?? null, pack)),
    style: scores === null ? null : pickStyle(scores, previous?.style ?? null, pack),
    scores,
    figures,
    inactive: false,
  }
}

const missingFacts = (d: SegmentDecision, pack: SegmentPack): readonly (keyof SegmentFacts)[] => {
  if (d.inactive) return []
  const found = styleFigures(d.facts, pack)
  return [
    ...(d.assets === null ? (['averageAssets', 'latestAssets'] as const) : []),
    ...(d.facts.revenue365 === null ? (['revenue365'] as const) : []),
    ...('missing' in found ? found.missing : []),
  ]
}

/**
 * The cell of one client with everything that explains it. Money in fen, shares as fractions of one.
 * Pure: the same facts, previous cell and pack give the same answer. Missing facts leave tier or style null
 * and are named in `undetermined`; nothing throws. Source: the pack's thresholds (our own defaults).
 */
export const segmentClient = (
  facts: SegmentFacts,
  previous: PreviousSegment | null,
  pack: SegmentPack,
): ClientSegment => {
  const decision = decideSegment(facts, previous, pack)
  return {
    tier: decision.tier,
    style: decision.style,
    scores: decision.scores,
    inactive: decision.inactive,
    undetermined: missingFacts(decision, pack),
    reasons: segmentReasons(decision, pack),
    distances: segmentDistances(decision, pack),
    pack: pack.version,
  }
}
