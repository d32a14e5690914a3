import type { TodayGroup, TodayRow, TodayView } from '../../contract/today.ts'
import { todayList, type TodayItem, type TodayReason } from '../../domain/segmentation/today.ts'
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
import { echoPart, questionnairePart, weekPart } from './today-side.ts'
import { todayWords } from './today-words.ts'

const WORKDAYS = 5
const MINUTES = 60

const groupOf: Readonly<Record<TodayReason['kind'], TodayGroup>> = {
  overdue: 'service',
  due: 'service',
  questionnaireExpired: 'questionnaire',
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

const isLapsed = ({ reasons, also }: TodayItem): boolean =>
  [...reasons, ...also].some(reason => reason.kind === 'questionnaireExpired')

const verdictOf = (lapsed: boolean, entry: ClientEntry, sources: TodaySources): TodayRow['verdict'] => {
  const { phrases } = sources.rules.today
  if (lapsed) return { verdict: 'undetermined', comparison: phrases.noLevel }
  const worst = entry.holdings
    .filter(holding => holding.verdict === 'mismatch')
    .toSorted((a, b) => (b.product?.riskGrade ?? '').localeCompare(a.product?.riskGrade ?? '') || b.value - a.value)
  const [first] = worst
  if (first === undefined) return null
  const facts = suitabilityClient(entry.client, sources.today)
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

const rowOf = (item: TodayItem, tx: ReadTx, sources: TodaySources): TodayRow => {
  const entry = sources.book.byId.get(item.clientId)
  if (entry === undefined) throw new Error(`the list names ${item.clientId}, whom the book does not know`)
  const { client, service } = entry
  const cell = sources.rules.segments.cells.find(each => cellOf(each.tier, each.style) === entry.cell)
  const level: RiskCapacity | null = client.riskCapacity
  return {
    clientId: client.id,
    name: client.name,
    tier: entry.decision.tier,
    style: entry.decision.style,
    investorType: client.investorType,
    riskCapacity: level,
    assets: entry.assets,
    lapsed: isLapsed(item),
    ...todayWords([...item.reasons, ...item.also], {
      entry,
      book: sources.book,
      rules: sources.rules,
      today: sources.today,
      cadenceDays: cell?.service.cadenceDays ?? 0,
      lowered: loweredLevel(tx.questionnaires.ofClient(client.id), sources.today, sources.rules.today.marks.noticeDays),
      cashTarget: level === null ? null : (cell?.targets[level].cash ?? null),
    }),
    verdict: verdictOf(isLapsed(item), entry, sources),
    minutes: item.minutes,
    minutesSoFar: item.minutesSoFar,
    aboveCut: item.aboveCut,
    overdueDays: item.reasons.some(reason => reason.kind === 'overdue') ? service.overdueDays : 0,
    dueOn: deadline(item.reasons, sources.today),
    channel: channelsText(cell?.service.channels.slice(0, 1) ?? []),
    groups: [...new Set(item.reasons.map(reason => groupOf[reason.kind]))],
  }
}

/** Whom to serve today: the ranked list with its cut, what goes out as one message, the week, questionnaires and echo. */
export const todayView = (
  tx: ReadTx,
  sources: Omit<TodaySources, 'batched'> & { readonly hoursPerWeek: number; readonly limit: number },
): TodayView => {
  const { book, rules, today } = sources
  const capacity = bookCapacity(book, rules, sources.hoursPerWeek)
  const batched = new Set(capacity.cells.filter(cell => cell.batch).map(cell => cellOf(cell.tier, cell.style)))
  const availableMinutes = Math.round((sources.hoursPerWeek / WORKDAYS) * MINUTES)
  const all: TodaySources = { ...sources, batched }
  const list = todayList(todayCandidates(tx, all), today, availableMinutes, rules.today.order)
  const messages = book.entries.filter(
    ({ cell, service }) => batched.has(cell) && (service.kind === 'overdue' || service.dueOn <= today),
  )
  const count = (group: TodayGroup): number =>
    list.filter(item => item.reasons.some(reason => groupOf[reason.kind] === group)).length
  return {
    date: today,
    total: list.length,
    rows: list.slice(0, sources.limit).map(item => rowOf(item, tx, all)),
    counts: { service: count('service'), event: count('event'), questionnaire: count('questionnaire') },
    needMinutes: list.at(-1)?.minutesSoFar ?? 0,
    availableMinutes,
    aboveCut: list.filter(item => item.aboveCut).length,
    batch: {
      clients: messages.length,
      cells: capacity.cells
        .filter(cell => cell.batch)
        .map(({ tier, style, clients }) => ({ tier, style, clients, name: cellText(cellOf(tier, style), rules) })),
    },
    week: weekPart(book, rules, capacity, today, list.at(-1)?.minutesSoFar ?? 0),
    questionnaires: questionnairePart(book, today),
    echo: echoPart(tx, book, rules, today),
    pack: rules.today.version,
  }
}
