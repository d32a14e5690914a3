import type { CellView } from '../../contract/matrix.ts'
import { explainChange } from '../../domain/segmentation/explain-segment.ts'
import { segmentDistances, type SegmentDistance } from '../../domain/segmentation/segment-distances.ts'
import { keepMarks } from '../../domain/segmentation/tier-of.ts'
import { fill } from '../../domain/text/fill.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import type { Rules } from '../rules/rules.ts'

const SHOWN = 12

/** How near a border is as a part of what counts as near; above 1 it is far. */
const nearness = ({ decision }: ClientEntry, rules: Rules): number => {
  const { assets, tier, scores, style } = decision
  const { assetsPart, scorePoints } = rules.cuts.near
  let least = Infinity
  if (assets !== null && assets > 0 && tier !== null) {
    const { assetMarks } = rules.segments.tier
    const above = assetMarks.find(mark => mark > assets)
    const below = keepMarks(rules.segments)[tier - 2]
    for (const mark of [above, below])
      if (mark !== undefined) least = Math.min(least, Math.abs(mark - assets) / assets / assetsPart)
  }
  if (scores !== null && style !== null)
    for (const [other, score] of Object.entries(scores))
      if (other !== style) {
        // Another style takes over once it is more than the kept points ahead.
        const missing = scores[style] + rules.segments.style.keepPoints - score
        least = Math.min(least, Math.max(0, missing) / scorePoints)
      }
  return least
}

type Change = SegmentDistance['changes'][number]
interface Way {
  readonly to: SegmentDistance['to']
  readonly change: Change
}

const sizeOf = ({ change }: Way): number => (change.from === 0 ? Infinity : Math.abs(change.delta / change.from))

/** The smallest single change that leads to another cell: money for tiers, any figure but an agreement for styles. */
const nearest = (entry: ClientEntry, rules: Rules): Way | null =>
  segmentDistances(entry.decision, rules.segments)
    .flatMap(({ to, changes }) => changes.map((change: Change): Way => ({ to, change })))
    .filter(({ change }) => change.figure !== 'revenue365' && change.figure !== 'advisory')
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null

/** Clients whom a small change would take to another cell, the nearest first, with what it would take. */
export const cellNear = (entries: readonly ClientEntry[], rules: Rules): Pick<CellView, 'near' | 'nearTotal'> => {
  const { segmentTexts, segments } = rules
  const found = entries
    .map(entry => ({ entry, far: nearness(entry, rules) }))
    .filter(({ far }) => far <= 1)
    .toSorted((a, b) => a.far - b.far || b.entry.assets - a.entry.assets)
  const lines = found.slice(0, SHOWN).flatMap(({ entry }) => {
    const way = nearest(entry, rules)
    if (way === null) return []
    const to =
      typeof way.to === 'number'
        ? (segments.tier.names[way.to - 1] ?? segmentTexts.phrases.unknownCell)
        : segments.style.names[way.to]
    const what = explainChange(way.change, segmentTexts)
    return [{ clientId: entry.client.id, name: entry.client.name, what: fill(segmentTexts.phrases.near, { to, what }) }]
  })
  return { near: lines, nearTotal: found.length }
}
