import type { SegmentPack } from '../../model/segment-pack.ts'
import type { SegmentDecision } from './segment-decision.ts'
import { styleDistance, type StyleDistance } from './style-distance.ts'
import { styles } from './style-scores.ts'
import { keepMarks, tierOf } from './tier-of.ts'

/** One figure that alone moves the client when it goes from `from` to `to`; `delta` = to - from, money in fen. */
export interface TierChange {
  readonly figure: 'averageAssets' | 'revenue365'
  readonly from: number
  readonly to: number
  readonly delta: number
}

export interface TierDistance {
  readonly kind: 'tier'
  /** Neighbouring tier, same style. */
  readonly to: number
  /** Each is enough alone; empty when no single figure can do it. */
  readonly changes: readonly TierChange[]
}

export type SegmentDistance = TierDistance | StyleDistance

const change = (figure: TierChange['figure'], from: number, to: number): TierChange => ({
  figure,
  from,
  to,
  delta: to - from,
})

const upwards = (assets: number, value: number | null, tier: number, pack: SegmentPack): TierDistance => {
  const enough = (a: number, v: number | null): boolean => tierOf(a, v, tier, pack) > tier
  const mark = pack.tier.assetMarks.find(m => m > assets && enough(m, value))
  const valueMark = pack.tier.valueMarks.find(m => m > (value ?? 0) && enough(assets, m))
  return {
    kind: 'tier',
    to: tier + 1,
    changes: [
      ...(mark === undefined ? [] : [change('averageAssets', assets, mark)]),
      ...(valueMark === undefined || value === null ? [] : [change('revenue365', value, valueMark)]),
    ],
  }
}

const downwards = (assets: number, value: number | null, tier: number, pack: SegmentPack): TierDistance => {
  const enough = (a: number, v: number | null): boolean => tierOf(a, v, tier, pack) < tier
  const under = keepMarks(pack)
    .map(m => m - 1)
    .findLast(a => a < assets && enough(a, value))
  const valueUnder = pack.tier.valueMarks
    .map(m => m - 1)
    .findLast(v => value !== null && v < value && enough(assets, v))
  return {
    kind: 'tier',
    to: tier - 1,
    changes: [
      ...(under === undefined ? [] : [change('averageAssets', assets, under)]),
      ...(valueUnder === undefined || value === null ? [] : [change('revenue365', value, valueUnder)]),
    ],
  }
}

/**
 * What has to change to reach each neighbouring cell: one tier up, one down, and each of the other two styles.
 * The client is taken to start from its present cell, so the margins of hysteresis are part of the distance.
 * Tier distances are empty while the tier is undetermined, style distances while the style is.
 */
export const segmentDistances = (d: SegmentDecision, pack: SegmentPack): readonly SegmentDistance[] => {
  const result: SegmentDistance[] = []
  const { assets, tier, style, figures } = d
  if (assets !== null && tier !== null) {
    if (tier < 5) result.push(upwards(assets, d.facts.revenue365, tier, pack))
    if (tier > 1) result.push(downwards(assets, d.facts.revenue365, tier, pack))
  }
  if (style !== null && figures !== null)
    for (const to of styles) if (to !== style) result.push(styleDistance(figures, style, to, pack))
  return result
}
