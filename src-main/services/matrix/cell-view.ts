import type { CellView } from '../../contract/matrix.ts'
import { explainDistance, explainReason } from '../../domain/segmentation/explain-segment.ts'
import { segmentClient } from '../../domain/segmentation/segment-client.ts'
import { fill } from '../../domain/text/fill.ts'
import type { Style, Tier } from '../../model/levels.ts'
import type { BiText } from '../../model/text.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import type { Move } from '../book/moves.ts'
import type { Rules } from '../rules/rules.ts'
import { channelsText, serversText } from './service-words.ts'
import { shelfCounts } from './shelf-counts.ts'

const WEEK = 7
const MINUTES = 60
const NEAR = 5
const MOVES = 12
const NAMES = { zh: '，', en: '; ' }

export interface CellInput {
  readonly book: Book
  readonly rules: Rules
  readonly moves: readonly Move[]
  readonly today: string
}

/** "5 钻石 × 配置型" of a cell name. */
export const cellText = (cell: string | null, rules: Rules): BiText => {
  const { segments, segmentTexts } = rules
  const [tier, style] = (cell ?? '').split('-')
  if (tier === undefined || (style !== 'trading' && style !== 'wealth' && style !== 'allocation'))
    return segmentTexts.phrases.unknownCell
  return fill(segmentTexts.phrases.cell, {
    tier,
    tierName: segments.tier.names[Number(tier) - 1] ?? segmentTexts.phrases.unknownCell,
    styleName: segments.style.names[style],
  })
}

const join = (texts: readonly BiText[]): BiText => ({
  zh: texts.map(text => text.zh).join(NAMES.zh),
  en: texts.map(text => text.en).join(NAMES.en),
})

/** The deciding reasons of a client's cell, in one line. */
export const whyText = (entry: ClientEntry, rules: Rules): BiText =>
  join(
    segmentClient(entry.facts, entry.decision.previous, rules.segments).reasons.flatMap(reason => {
      if (reason.kind === 'value' && !reason.raises) return []
      return explainReason(reason, rules.segmentTexts) ?? []
    }),
  )

const moveLine = (move: Move, name: string, input: CellInput): CellView['moves'][number] | null => {
  const entry = input.book.byId.get(move.clientId)
  if (entry === undefined) return null
  const { phrases } = input.rules.segmentTexts
  const inwards = move.to === name
  const other = cellText(inwards ? move.from : move.to, input.rules)
  const what = move.from === null ? phrases.new : fill(inwards ? phrases.from : phrases.to, { cell: other })
  return {
    clientId: move.clientId,
    name: entry.client.name,
    direction: inwards ? 'in' : 'out',
    what,
    why: whyText(entry, input.rules),
  }
}

/** How far a client is from leaving its tier, as a part of its assets; null where no money decides. */
const nearness = (entry: ClientEntry, rules: Rules) => {
  const { assets } = entry.decision
  if (assets === null || assets === 0) return null
  const near = segmentClient(entry.facts, entry.decision.previous, rules.segments)
    .distances.filter(distance => distance.kind === 'tier')
    .flatMap(distance => {
      const money = distance.changes.find(change => change.figure === 'averageAssets')
      return money === undefined ? [] : [{ distance, part: Math.abs(money.delta) / assets }]
    })
    .toSorted((a, b) => a.part - b.part)
  return near[0] ?? null
}

/** The side panel of one cell: standard, shelf with verdicts client by client, moves, and who is close to a border. */
export const cellView = (tier: Tier, style: Style, input: CellInput): CellView => {
  const name = cellOf(tier, style)
  const { book, rules } = input
  const entries = book.entries.filter(entry => entry.cell === name)
  const cell = rules.segments.cells.find(each => each.tier === tier && each.style === style)
  if (cell === undefined) throw new Error(`the segment pack has no cell ${name}`)
  const aum = entries.reduce((sum, entry) => sum + entry.assets, 0)
  const overdue = entries.filter(entry => entry.service.kind === 'overdue')
  const due = entries.filter(entry => entry.service.kind === 'due')
  const longest = overdue.toSorted((a, b) => b.service.overdueDays - a.service.overdueDays)[0]
  const near = entries
    .flatMap(entry => {
      const found = nearness(entry, rules)
      return found === null ? [] : [{ entry, ...found }]
    })
    .toSorted((a, b) => a.part - b.part)
    .slice(0, NEAR)
  return {
    tier,
    style,
    count: entries.length,
    aum,
    averageAum: entries.length === 0 ? 0 : Math.round(aum / entries.length),
    revenue365: entries.reduce((sum, entry) => sum + (entry.client.revenue365 ?? 0), 0),
    service: {
      cadenceDays: cell.service.cadenceDays,
      minutes: cell.service.minutes,
      channels: channelsText(cell.service.channels),
      server: serversText(cell.service.servers),
      custom: cell.service.customServices,
      hoursPerWeek: (entries.length * cell.service.minutes * WEEK) / cell.service.cadenceDays / MINUTES,
      onTime: entries.length - overdue.length - due.length,
      due: due.length,
      overdue: overdue.length,
      longest:
        longest === undefined
          ? null
          : { clientId: longest.client.id, name: longest.client.name, days: longest.service.overdueDays },
    },
    shelf: shelfCounts(cell.shelf, entries, input),
    moves: input.moves
      .filter(move => move.to === name || move.from === name)
      .flatMap(move => moveLine(move, name, input) ?? [])
      .slice(0, MOVES),
    near: near.map(({ entry, distance }) => ({
      clientId: entry.client.id,
      name: entry.client.name,
      what: explainDistance({ ...distance, changes: distance.changes.slice(0, 1) }, rules.segmentTexts),
    })),
  }
}
