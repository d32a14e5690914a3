import type { TodayGroup, TodayRow, TodayView } from '../../contract/today.ts'
import {
  todayList,
  type TodayCandidate,
  type TodayItem,
  type TodayMember,
  type TodayReason,
} from '../../domain/segmentation/today.ts'
import { dayWithRoom } from '../../domain/segmentation/working-days.ts'
import { waitingResult } from '../../domain/suitability/waiting-result.ts'
import { fill } from '../../domain/text/fill.ts'
import type { RiskCapacity } from '../../model/levels.ts'
import { cellOf } from '../book/cell-name.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient } from '../book/suitability-facts.ts'
import { comparison } from '../clients/comparison.ts'
import { bookCapacity } from '../matrix/cell-view.ts'
import { cellText } from '../matrix/cell-text.ts'
import { channelsText } from '../matrix/service-words.ts'
import type { ReadTx } from '../ports/store.ts'
import { judgePair } from '../suitability/judge-pair.ts'
import { loweredLevel, todayCandidates, type TodaySources } from './today-candidates.ts'
import { eventWords } from './event-words.ts'
import { dayLoads, echoPart, questionnairePart, weekPart } from './today-side.ts'
import { todayWords } from './today-words.ts'

const WORKDAYS = 5
const MINUTES = 60

const groupOf: Readonly<Record<TodayReason['kind'], TodayGroup>> = {
  overdue: 'service',
  due: 'service',
  questionnaireExpired: 'questionnaire',
  assessmentReleased: 'questionnaire',
  assessmentDeclined: 'questionnaire',
  questionnaireExpiring: 'questionnaire',
  reply: 'event',
  marginRatio: 'event',
  suitabilityNotice: 'event',
  maturity: 'event',
  movedDown: 'event',
  movedUp: 'event',
  overLevel: 'event',
  largeCash: 'event',
  inflow: 'event',
  birthday: 'event',
  task: 'event',
}

type ClientLine = Extract<TodayRow, { readonly kind: 'client' }>

const isLapsed = ({ reasons, also }: TodayMember): boolean =>
  [...reasons, ...also].some(reason => reason.kind === 'questionnaireExpired')

const verdictOf = (lapsed: boolean, entry: ClientEntry, sources: TodaySources): ClientLine['verdict'] => {
  const { phrases } = sources.rules.today
  if (lapsed) return { verdict: 'undetermined', comparison: phrases.noLevel }
  const worst = entry.holdings
    .filter(holding => holding.verdict === 'mismatch')
    .toSorted((a, b) => (b.product?.riskGrade ?? '').localeCompare(a.product?.riskGrade ?? '') || b.value - a.value)
  const [first] = worst
  if (first === undefined) return null
  const facts = suitabilityClient(entry.client)
  const said = comparison(facts, first.product, judgePair(entry.client, first.product, sources))
  return {
    verdict: 'mismatch',
    comparison: worst.length > 1 ? fill(phrases.above, { comparison: said, n: String(worst.length) }) : said,
  }
}

/** The first day on which it would be too late; today when nothing sets another. */
const deadline = (reasons: readonly TodayReason[], today: string): string =>
  reasons
    .flatMap(reason => {
      if (reason.kind === 'maturity' || reason.kind === 'questionnaireExpiring') return [reason.on]
      return reason.kind === 'task' && reason.dueOn !== null && reason.dueOn > today ? [reason.dueOn] : []
    })
    .toSorted()[0] ?? today

const entryOf = (clientId: string, { book }: TodaySources): ClientEntry => {
  const entry = book.byId.get(clientId)
  if (entry === undefined) throw new Error(`the list names ${clientId}, whom the book does not know`)
  return entry
}

const groupsOf = (item: TodayItem): TodayGroup[] => [
  ...new Set(item.members.flatMap(member => member.reasons.map(reason => groupOf[reason.kind]))),
]

interface Scene {
  readonly tx: ReadTx
  readonly sources: TodaySources
  readonly laterOn: (minutes: number) => string
}

const clientRow = (item: TodayItem, { tx, sources, laterOn }: Scene): TodayRow => {
  const [member] = item.members
  const entry = entryOf(member.clientId, sources)
  const { client, service } = entry
  const cell = sources.rules.segments.cells.find(each => cellOf(each.tier, each.style) === entry.cell)
  const level: RiskCapacity | null = client.riskCapacity
  const questionnaires = tx.questionnaires.ofClient(client.id)
  return {
    kind: 'client',
    id: item.key,
    clientId: client.id,
    name: client.name,
    tier: entry.decision.tier,
    style: entry.decision.style,
    investorType: client.investorType,
    riskCapacity: level,
    waitingCapacity: waitingResult(questionnaires)?.riskCapacity ?? null,
    assets: entry.assets,
    lapsed: isLapsed(member),
    ...todayWords([...member.reasons, ...member.also], {
      entry,
      book: sources.book,
      rules: sources.rules,
      today: sources.today,
      cadenceDays: cell?.service.cadenceDays ?? 0,
      lowered: loweredLevel(questionnaires, sources.today, sources.rules.today.marks.noticeDays),
      cashTarget: level === null ? null : (cell?.targets[level].cash ?? null),
    }),
    verdict: verdictOf(isLapsed(member), entry, sources),
    minutes: item.minutes,
    minutesSoFar: item.minutesSoFar,
    aboveCut: item.aboveCut,
    overdueDays: member.reasons.some(reason => reason.kind === 'overdue') ? service.overdueDays : 0,
    dueOn: deadline(member.reasons, sources.today),
    laterOn: laterOn(item.minutes),
    channel: channelsText(cell?.service.channels.slice(0, 1) ?? []),
    groups: groupsOf(item),
  }
}

const rowOf = (item: TodayItem, scene: Scene): TodayRow => {
  if (item.kind === 'client') return clientRow(item, scene)
  const { sources, laterOn } = scene
  const entries = item.members.map(member => entryOf(member.clientId, sources))
  const tiers = new Set(entries.flatMap(({ decision }) => decision.tier ?? []))
  return {
    kind: 'event',
    id: item.key,
    ...eventWords(item, entries, sources),
    clientIds: entries.map(({ client }) => client.id),
    tiers: [...tiers].toSorted((a, b) => b - a),
    minutes: item.minutes,
    minutesSoFar: item.minutesSoFar,
    aboveCut: item.aboveCut,
    dueOn: deadline(item.members[0].reasons, sources.today),
    laterOn: laterOn(item.minutes),
    channel: sources.rules.today.phrases.message,
    groups: groupsOf(item),
  }
}

/** Until when clients are put off, as far as that lies ahead. */
const putOff = (candidates: readonly TodayCandidate[], today: string): ReadonlyMap<string, string> =>
  new Map(
    candidates.flatMap(({ clientId, mark }) =>
      mark?.kind === 'later' && mark.until > today ? [[clientId, mark.until] as const] : [],
    ),
  )

export type TodayInput = Omit<TodaySources, 'batched'> & { readonly hoursPerWeek: number }

const plan = (tx: ReadTx, input: TodayInput) => {
  const { book, rules, today, hoursPerWeek } = input
  const capacity = bookCapacity(book, rules, hoursPerWeek)
  const batched = new Set(capacity.cells.filter(cell => cell.batch).map(cell => cellOf(cell.tier, cell.style)))
  const availableMinutes = Math.round((hoursPerWeek / WORKDAYS) * MINUTES)
  const sources: TodaySources = { ...input, batched }
  const candidates = todayCandidates(tx, sources)
  const list = todayList(candidates, today, availableMinutes, rules.today.order, rules.today.together)
  return { capacity, batched, availableMinutes, sources, candidates, list }
}

/** Clients of one event of the list of now; none once it is off the list. */
export const eventClients = (tx: ReadTx, input: TodayInput, id: string): string[] =>
  plan(tx, input)
    .list.filter(item => item.kind === 'event' && item.key === id)
    .flatMap(item => item.members.map(member => member.clientId))

/** Whom to serve today: the ranked list with its cut, what goes out as one message, the week, questionnaires and echo. */
export const todayView = (tx: ReadTx, input: TodayInput & { readonly limit: number }): TodayView => {
  const { book, rules, today } = input
  const { capacity, batched, availableMinutes, sources, candidates, list } = plan(tx, input)
  const loads = dayLoads(book, rules, capacity, today, putOff(candidates, today))
  const ahead = loads.filter(day => day.date > today)
  const scene: Scene = { tx, sources, laterOn: minutes => dayWithRoom(ahead, minutes, availableMinutes) ?? today }
  const messages = book.entries.filter(
    ({ cell, service }) => batched.has(cell) && (service.kind === 'overdue' || service.dueOn <= today),
  )
  const count = (group: TodayGroup): number => list.filter(item => groupsOf(item).includes(group)).length
  const needMinutes = list.at(-1)?.minutesSoFar ?? 0
  const aboveCut = list.filter(item => item.aboveCut).length
  return {
    date: today,
    total: list.length,
    clients: list.reduce((sum, item) => sum + item.members.length, 0),
    plan: Math.min(list.length, aboveCut + rules.today.shownBelow),
    rows: list.slice(0, input.limit).map(item => rowOf(item, scene)),
    counts: { service: count('service'), event: count('event'), questionnaire: count('questionnaire') },
    needMinutes,
    availableMinutes,
    aboveCut,
    batch: {
      clients: messages.length,
      cells: capacity.cells
        .filter(cell => cell.batch)
        .map(({ tier, style, clients }) => ({ tier, style, clients, name: cellText(cellOf(tier, style), rules) })),
    },
    week: weekPart(loads, capacity, today, needMinutes),
    questionnaires: questionnairePart(book, today),
    echo: echoPart(tx, book, rules, today),
    pack: rules.today.version,
  }
}
