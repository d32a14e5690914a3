import { explainReason } from '../../domain/segmentation/explain-segment.ts'
import { fallReason, segmentReasons, type SegmentReason } from '../../domain/segmentation/segment-reasons.ts'
import { fill } from '../../domain/text/fill.ts'
import type { BiText } from '../../model/text.ts'
import { parseCellName } from '../book/cell-name.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import type { Rules } from '../rules/rules.ts'

const BETWEEN = { zh: '，', en: '; ' }

/** "5 钻石 × 配置型" of a cell name. */
export const cellText = (cell: string | null, rules: Rules): BiText => {
  const { segments, segmentTexts } = rules
  const { tier, style } = parseCellName(cell ?? '')
  if (tier === null || style === null) return segmentTexts.phrases.unknownCell
  return fill(segmentTexts.phrases.cell, {
    tier: String(tier),
    tierName: segments.tier.names[tier - 1] ?? segmentTexts.phrases.unknownCell,
    styleName: segments.style.names[style],
  })
}

const inWords = (reasons: readonly SegmentReason[], rules: Rules): BiText => {
  const texts = reasons.flatMap(reason => explainReason(reason, rules.segmentTexts) ?? [])
  return {
    zh: texts.map(text => text.zh).join(BETWEEN.zh),
    en: texts.map(text => text.en).join(BETWEEN.en),
  }
}

const isAboutTier = ({ kind }: SegmentReason): boolean =>
  kind === 'assets' || kind === 'value' || kind === 'keptTier' || kind === 'inactive'

/** What decided the change: the mark a client fell under, the one it reached, or the score that won. */
export const moveText = (from: string | null, entry: ClientEntry, rules: Rules): BiText => {
  const { decision } = entry
  const before = parseCellName(from ?? '')
  const now = segmentReasons(decision, rules.segments).filter(reason => reason.kind !== 'value' || reason.raises)
  if (before.tier === null || decision.tier === null) return inWords(now, rules)
  if (decision.tier === before.tier)
    return inWords(
      now.filter(reason => !isAboutTier(reason)),
      rules,
    )
  const fell = fallReason(decision, before.tier, rules.segments)
  return inWords(fell === null ? now.filter(isAboutTier) : [fell], rules)
}
