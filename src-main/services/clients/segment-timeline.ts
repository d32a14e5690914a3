import type { ClientView } from '../../contract/clients.ts'
import { Style, Tier } from '../../model/levels.ts'
import { explainReason } from '../../domain/segmentation/explain-segment.ts'
import { segmentClient } from '../../domain/segmentation/segment-client.ts'
import { SegmentFacts } from '../../model/segment-facts.ts'
import type { StoredSegmentPacks } from '../../model/stored-segment-packs.ts'
import type { BiText } from '../../model/text.ts'
import { cellOf } from '../book/cell-name.ts'
import type { SegmentRecord } from '../ports/work-tables.ts'
import type { Rules } from '../rules/rules.ts'
import { packOf } from '../segment-rules/pack-lines.ts'

/** The packs that shipped and those made in this book. */
export interface KnownPacks {
  readonly rules: Rules
  readonly stored: StoredSegmentPacks
}

const name = (record: SegmentRecord): string =>
  record.style === 'left'
    ? 'left'
    : record.tier === null || record.style === null
      ? 'undetermined'
      : cellOf(Tier.parse(record.tier), Style.parse(record.style))

/** Reasons from the frozen facts of the record by the pack that decided then, worded by today's texts. */
const why = (record: SegmentRecord, before: SegmentRecord | undefined, known: KnownPacks): BiText => {
  const { rules, stored } = known
  const body = record.body as { readonly facts?: unknown } | null
  const facts = SegmentFacts.safeParse(body?.facts)
  if (record.style === 'left') return rules.segmentTexts.phrases.left
  if (!facts.success) return rules.segmentTexts.phrases.new
  const pack = packOf(stored, rules, record.packVersion)
  if (pack === undefined) return rules.segmentTexts.phrases.packGone
  const previous =
    before === undefined || before.style === 'left'
      ? null
      : {
          tier: before.tier === null ? null : Tier.parse(before.tier),
          style: before.style === null ? null : Style.parse(before.style),
        }
  const lines = segmentClient(facts.data, previous, pack).reasons.flatMap(reason =>
    reason.kind === 'value' && !reason.raises ? [] : (explainReason(reason, rules.segmentTexts) ?? []),
  )
  return { zh: lines.map(l => l.zh).join('，'), en: lines.map(l => l.en).join('; ') }
}

/** Changes of cell of one client, newest first. */
export const segmentTimeline = (records: readonly SegmentRecord[], known: KnownPacks): ClientView['history'] =>
  records.map((record, index) => {
    const before = records[index + 1]
    return {
      at: record.at,
      from: before === undefined ? null : name(before),
      to: name(record),
      why: why(record, before, known),
      pack: record.packVersion,
    }
  })
