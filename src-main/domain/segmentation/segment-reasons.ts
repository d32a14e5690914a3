import type { Style } from '../../model/levels.ts'
import type { SegmentPack, StyleFigure } from '../../model/segment-pack.ts'
import type { SegmentDecision } from './segment-decision.ts'
import { pointsOf, styles } from './style-scores.ts'
import { keepMarks, rankAmong } from './tier-of.ts'

/** Why a client is in its cell: every reason names the figure, its value and the mark it was held against. */
export type SegmentReason =
  | {
      readonly kind: 'inactive'
      readonly figure: 'averageAssets' | 'tradesInYear'
      readonly value: number
      readonly mark: number
    }
  | {
      /** Assets reach the mark of `tier`; `next` is the mark above, null at the top. */
      readonly kind: 'assets'
      readonly figure: 'averageAssets' | 'latestAssets'
      readonly value: number
      readonly mark: number
      readonly next: number | null
      readonly tier: number
    }
  | {
      readonly kind: 'value'
      readonly figure: 'revenue365'
      readonly value: number
      readonly mark: number
      readonly next: number | null
      readonly tier: number
      /** The value tier is above the asset tier and lifts the client by one. */
      readonly raises: boolean
    }
  | {
      /** The tier of the last run is kept: assets are not under the lowered mark. */
      readonly kind: 'keptTier'
      readonly figure: 'averageAssets' | 'latestAssets'
      readonly value: number
      readonly mark: number
      /** The mark before it is lowered. */
      readonly whole: number
      readonly tier: number
    }
  | {
      /** Assets are under the lowered mark of the tier that the client left. */
      readonly kind: 'fell'
      readonly figure: 'averageAssets' | 'latestAssets'
      readonly value: number
      readonly mark: number
      readonly whole: number
      readonly tier: number
    }
  | {
      readonly kind: 'scorePart'
      readonly style: Style
      readonly figure: StyleFigure
      readonly value: number
      /** No points here, or all of them when inverted. */
      readonly mark: number
      readonly full: number
      readonly invert: boolean
      readonly weight: number
      readonly points: number
    }
  | {
      /** The best score against the runner-up. */
      readonly kind: 'highest' | 'tie'
      readonly style: Style
      readonly figure: 'score'
      readonly value: number
      readonly mark: number
      readonly against: Style
    }
  | {
      /** The previous style is `value` points behind the best one, at most `mark`. */
      readonly kind: 'keptStyle'
      readonly style: Style
      readonly figure: 'lead'
      readonly value: number
      readonly mark: number
      readonly against: Style
    }

const tierReasons = (d: SegmentDecision, pack: SegmentPack): readonly SegmentReason[] => {
  if (d.assets === null || d.tier === null) return []
  const figure = d.facts.averageAssets === null ? 'latestAssets' : 'averageAssets'
  const { assetMarks, valueMarks } = pack.tier
  const assetTier = rankAmong(d.assets, assetMarks)
  const reasons: SegmentReason[] = [
    {
      kind: 'assets',
      figure,
      value: d.assets,
      mark: assetMarks[assetTier - 2] ?? 0,
      next: assetMarks[assetTier - 1] ?? null,
      tier: assetTier,
    },
  ]
  let fresh = assetTier
  if (d.facts.revenue365 !== null) {
    const valueTier = rankAmong(d.facts.revenue365, valueMarks)
    const raises = valueTier > assetTier
    if (raises) fresh += 1
    reasons.push({
      kind: 'value',
      figure: 'revenue365',
      value: d.facts.revenue365,
      mark: valueMarks[valueTier - 2] ?? 0,
      next: valueMarks[valueTier - 1] ?? null,
      tier: valueTier,
      raises,
    })
  }
  if (d.tier > fresh) {
    const keptAssetTier = rankAmong(d.assets, keepMarks(pack))
    reasons.push({
      kind: 'keptTier',
      figure,
      value: d.assets,
      mark: keepMarks(pack)[keptAssetTier - 2] ?? 0,
      whole: pack.tier.assetMarks[keptAssetTier - 2] ?? 0,
      tier: d.tier,
    })
  }
  return reasons
}

const styleReasons = (d: SegmentDecision, pack: SegmentPack): readonly SegmentReason[] => {
  const { figures, scores, style } = d
  if (figures === null || scores === null || style === null) return []
  const parts = styles.flatMap(each =>
    pack.style.scores[each].map((part): SegmentReason => {
      const value = figures[part.figure]
      return {
        kind: 'scorePart',
        style: each,
        figure: part.figure,
        value,
        mark: part.zero,
        full: part.full,
        invert: part.invert,
        weight: part.weight,
        points: pointsOf(part, value),
      }
    }),
  )
  const [best, second] = pack.style.tieOrder.toSorted((a, b) => scores[b] - scores[a])
  if (best === undefined || second === undefined) return parts
  if (best !== style) {
    const lead = scores[best] - scores[style]
    return [
      ...parts,
      { kind: 'keptStyle', style, figure: 'lead', value: lead, mark: pack.style.keepPoints, against: best },
    ]
  }
  const kind = scores[best] === scores[second] ? 'tie' : 'highest'
  return [...parts, { kind, style, figure: 'score', value: scores[best], mark: scores[second], against: second }]
}

/**
 * Reasons of a decided cell, assets first. An inactive client has the two facts that make it so and nothing else;
 * an undetermined tier or style has none. They suffice to repeat the decision.
 */
export const segmentReasons = (d: SegmentDecision, pack: SegmentPack): readonly SegmentReason[] =>
  d.inactive
    ? [
        { kind: 'inactive', figure: 'averageAssets', value: d.assets ?? 0, mark: 0 },
        { kind: 'inactive', figure: 'tradesInYear', value: d.facts.tradesInYear, mark: 0 },
      ]
    : [...tierReasons(d, pack), ...styleReasons(d, pack)]

/** Why a client is no longer in tier `from`; null when it did not fall below it, or when other figures decided. */
export const fallReason = (d: SegmentDecision, from: number, pack: SegmentPack): SegmentReason | null => {
  const [mark, whole] = [keepMarks(pack)[from - 2], pack.tier.assetMarks[from - 2]]
  if (d.assets === null || d.tier === null || d.tier >= from || mark === undefined || whole === undefined) return null
  if (d.assets >= mark) return null
  return {
    kind: 'fell',
    figure: d.facts.averageAssets === null ? 'latestAssets' : 'averageAssets',
    value: d.assets,
    mark,
    whole,
    tier: d.tier,
  }
}
