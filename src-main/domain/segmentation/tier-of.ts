import type { SegmentPack } from '../../model/segment-pack.ts'

/** Number of marks at or below the value, plus one: 1..5. */
export const rankAmong = (value: number, marks: readonly number[]): number => {
  let rank = 1
  for (const mark of marks) if (value >= mark) rank++
  return rank
}

/** Marks under which a client moves down, in whole fen: the mark times `keep`, rounded. */
export const keepMarks = (pack: SegmentPack): readonly number[] =>
  pack.tier.assetMarks.map(mark => Math.round(mark * pack.tier.keep))

/**
 * Tier 1..5 from assets and value, both in fen: the asset tier, raised by one when the value tier is higher.
 * With a previous tier the client moves up at once, and down only as far as the assets fell under the kept marks.
 * Unknown value raises nothing. Source: the default pack's hysteresis rule.
 */
export const tierOf = (assets: number, value: number | null, previous: number | null, pack: SegmentPack): number => {
  const valueTier = value === null ? 0 : rankAmong(value, pack.tier.valueMarks)
  const raised = (assetTier: number): number => (valueTier > assetTier ? assetTier + 1 : assetTier)
  const fresh = raised(rankAmong(assets, pack.tier.assetMarks))
  if (previous === null || previous <= fresh) return fresh
  return Math.max(fresh, Math.min(previous, raised(rankAmong(assets, keepMarks(pack)))))
}
