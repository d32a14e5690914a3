import { professionalGap } from '../../domain/suitability/professional-gap.ts'
import type { ClientView } from '../../contract/clients.ts'
import { daysBetween } from '../../domain/portfolio/day-number.ts'
import { explainDistance, explainReason } from '../../domain/segmentation/explain-segment.ts'
import { segmentClient } from '../../domain/segmentation/segment-client.ts'
import { ageOn } from '../../domain/suitability/age-on.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { waitingResult } from '../../domain/suitability/waiting-result.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { IsoDate } from '../../model/units.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import { taskWords } from '../deliveries/task-words.ts'
import { channelsText } from '../matrix/service-words.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { storedPacks } from '../segment-rules/stored-packs.ts'
import { holdingRows } from './holding-rows.ts'
import { segmentTimeline } from './segment-timeline.ts'

const TAIL = 4

/** Neighbouring cell that a distance leads to. */
const target = (entry: ClientEntry, to: number | string) =>
  typeof to === 'number' ? { tier: to, style: entry.decision.style } : { tier: entry.decision.tier, style: to }

/** Cell, reasons and distances of one client, in words. */
export const segmentPart = (entry: ClientEntry, rules: Rules): ClientView['segment'] => {
  const { segments, segmentTexts } = rules
  const segment = segmentClient(entry.facts, entry.decision.previous, segments)
  return {
    tier: segment.tier,
    style: segment.style,
    tierName: segment.tier === null ? null : (segments.tier.names[segment.tier - 1] ?? null),
    styleName: segment.style === null ? null : segments.style.names[segment.style],
    inactive: segment.inactive,
    undetermined: [...segment.undetermined],
    scores: segment.scores,
    reasons: segment.reasons.flatMap(reason => explainReason(reason, segmentTexts) ?? []),
    distances: segment.distances.flatMap(distance => {
      const { tier, style } = target(entry, distance.to)
      if (tier === null || style === null) return []
      const cell = segments.cells.find(each => each.tier === tier && each.style === style)
      return cell === undefined
        ? []
        : [{ tier: cell.tier, style: cell.style, what: explainDistance(distance, segmentTexts) }]
    }),
    pack: segment.pack,
  }
}

const waitingView = (history: readonly Questionnaire[]): ClientView['risk']['waiting'] => {
  const waiting = waitingResult(history)
  return waiting === null ? null : { riskCapacity: waiting.riskCapacity, date: waiting.date, why: [...waiting.held] }
}

/** The client page, without the diagnosis, from one snapshot. */
export const clientView = (tx: ReadTx, book: Book, rules: Rules, id: string, today: string): ClientView | null => {
  const entry = book.byId.get(id)
  if (entry === undefined) return null
  const { client, service } = entry
  const date = IsoDate.parse(today)
  const standard = rules.segments.cells.find(cell => cellOf(cell.tier, cell.style) === entry.cell)?.service
  return {
    id: client.id,
    name: client.name,
    kind: client.kind,
    gender: client.gender,
    age: client.birthDate === null ? null : ageOn(client.birthDate, date),
    maskedId: `****${client.id.slice(-TAIL)}`,
    phone: client.phone,
    email: client.email,
    openedOn: client.openedOn,
    branch: client.branch,
    servedBy: client.servedBy,
    investorType: client.investorType,
    professionalGap: professionalGap(entry.filed, today, packInForce(rules.suitability, date)),
    doNotDisturb: client.doNotDisturb,
    consentEmail: client.consentEmail,
    consentShare: client.consentShare,
    assets: entry.assets,
    cash: client.cash,
    segment: segmentPart(entry, rules),
    history: segmentTimeline(tx.segments.ofClient(client.id), { rules, stored: storedPacks(tx.settings) }),
    risk: {
      capacity: client.riskCapacity,
      assessedOn: client.assessedOn,
      validUntil: client.validUntil,
      daysLeft: client.validUntil === null ? null : daysBetween(today, client.validUntil),
      term: client.term,
      variety: client.variety,
      waiting: waitingView(tx.questionnaires.ofClient(client.id)),
    },
    service: {
      cadenceDays: standard?.cadenceDays ?? 0,
      minutes: standard?.minutes ?? 0,
      channels: channelsText(standard?.channels ?? []),
      lastContact: service.lastContact,
      dueOn: service.dueOn,
      overdueDays: service.overdueDays,
    },
    holdings: holdingRows({
      client,
      holdings: tx.holdings.ofClient(client.id),
      products: book.products,
      pack: packInForce(rules.suitability, date),
      today,
    }),
    tradeCount: tx.trades.ofClient(client.id).length,
    contacts: tx.contacts.ofClient(client.id),
    questionnaires: tx.questionnaires.ofClient(client.id),
    tags: tx.tags.ofClient(client.id),
    tasks: tx.tasks
      .ofClient(client.id)
      .map(task => ({ ...task, words: taskWords(task, tx.engagements.ofClient(client.id), rules.delivery) })),
    dataDate: book.dataDate,
  }
}
