import { daysBetween } from '../../domain/portfolio/day-number.ts'
import type { TodayCandidate, TodayReason } from '../../domain/segmentation/today.ts'
import type { Engagement } from '../../model/engagement.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Task } from '../../model/task.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import type { Move } from '../book/moves.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { heldFacts, type HeldFacts } from './held-facts.ts'
import { isMark, markOf } from './mark-today.ts'

export interface TodaySources {
  readonly book: Book
  readonly rules: Rules
  readonly today: string
  readonly moves: readonly Move[]
  /** Days before the end from which a questionnaire counts as expiring. */
  readonly warnDays: number
}

interface Gathered extends TodaySources {
  readonly held: HeldFacts
  readonly tasks: ReadonlyMap<string, readonly Task[]>
  readonly engagements: ReadonlyMap<string, readonly Engagement[]>
  readonly questionnaires: ReadonlyMap<string, readonly Questionnaire[]>
  readonly moved: ReadonlyMap<string, Move>
}

const levels = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5']

/** The last two questionnaires when the newer one lowered the level within the days of notice. */
export const loweredLevel = (
  answered: readonly Questionnaire[],
  today: string,
  noticeDays: number,
): { readonly before: Questionnaire; readonly now: Questionnaire } | null => {
  const [now, before] = answered.toSorted((a, b) => b.date.localeCompare(a.date))
  if (now === undefined || before === undefined || daysBetween(now.date, today) > noticeDays) return null
  return levels.indexOf(now.riskCapacity) < levels.indexOf(before.riskCapacity) ? { before, now } : null
}

/** Answers that nobody has followed up: neither marked so, nor any contact since. */
export const openReply = (all: readonly Engagement[], lastContact: string | null): string | null => {
  const closed = new Set(all.filter(each => each.kind === 'followedUp').map(each => each.reportId))
  const open = all
    .filter(each => each.kind === 'answered' && !closed.has(each.reportId))
    .map(each => each.at.slice(0, 10))
    .filter(on => lastContact === null || on > lastContact)
  return open.toSorted()[0] ?? null
}

const birthdayOf = (birthDate: string, today: string, days: number): TodayReason | null => {
  const turning = [0, 1].map(offset => ({
    age: Number(today.slice(0, 4)) + offset - Number(birthDate.slice(0, 4)),
    // 29 February is kept on the 28th.
    on: `${Number(today.slice(0, 4)) + offset}${birthDate.slice(4).replace('-02-29', '-02-28')}`,
  }))
  const next = turning.find(({ on }) => on >= today)
  return next !== undefined && daysBetween(today, next.on) <= days ? { kind: 'birthday', age: next.age } : null
}

const assessment = ({ client }: ClientEntry, g: Gathered): TodayReason | null => {
  if (client.investorType === 'professional') return null
  if (client.validUntil === null) return { kind: 'questionnaireExpired', on: null }
  const days = daysBetween(g.today, client.validUntil)
  if (days < 0) return { kind: 'questionnaireExpired', on: client.validUntil }
  return days <= g.warnDays ? { kind: 'questionnaireExpiring', on: client.validUntil, days } : null
}

const money = (entry: ClientEntry, g: Gathered): readonly TodayReason[] => {
  const { marks } = g.rules.today
  const found: TodayReason[] = []
  const margin = g.held.margin.get(entry.client.id)
  if (margin !== undefined && margin.ratio < marks.marginRatio) found.push({ kind: 'marginRatio', ...margin })
  for (const { code, value, on } of g.held.maturing.get(entry.client.id) ?? []) {
    const days = daysBetween(g.today, on)
    if (days >= 0 && days <= marks.maturityDays) found.push({ kind: 'maturity', code, value, on, days })
  }
  const cash = entry.client.cash ?? 0
  const share = entry.assets > 0 ? cash / entry.assets : 0
  if (cash >= marks.largeCash && share >= marks.largeCashShare) found.push({ kind: 'largeCash', value: cash, share })
  return found
}

const fit = (entry: ClientEntry, g: Gathered): TodayReason | null => {
  const { marks } = g.rules.today
  if (entry.mismatchValue === 0 || entry.assets === 0) return null
  const worst = entry.holdings
    .filter(holding => holding.verdict === 'mismatch')
    .toSorted((a, b) => b.value - a.value)[0]
  const lowered = loweredLevel(g.questionnaires.get(entry.client.id) ?? [], g.today, marks.noticeDays)
  if (lowered !== null && worst !== undefined)
    return { kind: 'suitabilityNotice', code: worst.code, value: entry.mismatchValue }
  const share = entry.mismatchValue / entry.assets
  return share >= marks.overLevelShare ? { kind: 'overLevel', value: entry.mismatchValue, share } : null
}

const service = ({ service: state }: ClientEntry, cadenceDays: number): TodayReason | null =>
  state.kind === 'overdue'
    ? { kind: 'overdue', days: state.overdueDays, cadenceDays }
    : state.kind === 'due'
      ? { kind: 'due', on: state.dueOn }
      : null

const reasonsOf = (entry: ClientEntry, cadenceDays: number, g: Gathered): readonly TodayReason[] => {
  const id = entry.client.id
  const { marks } = g.rules.today
  const since = openReply(g.engagements.get(id) ?? [], entry.service.lastContact)
  const move = g.moved.get(id)
  const all: readonly (TodayReason | null)[] = [
    since === null || daysBetween(since, g.today) > marks.replyDays ? null : { kind: 'reply', since },
    ...money(entry, g),
    assessment(entry, g),
    fit(entry, g),
    service(entry, cadenceDays),
    move?.kind === 'down' && move.from !== null && move.to !== null
      ? { kind: 'movedDown', from: move.from, to: move.to }
      : null,
    move?.kind === 'up' && move.from !== null && move.to !== null
      ? { kind: 'movedUp', from: move.from, to: move.to }
      : null,
    entry.client.birthDate === null || entry.client.kind !== 'person'
      ? null
      : birthdayOf(entry.client.birthDate, g.today, marks.birthdayDays),
    ...(g.tasks.get(id) ?? [])
      .filter(task => !isMark(task) && (task.state === 'open' || task.state === 'later'))
      .filter(task => task.dueOn === null || task.dueOn <= g.today)
      .map((task): TodayReason => ({ kind: 'task', id: task.id, title: task.title, dueOn: task.dueOn })),
  ]
  return all.filter(reason => reason !== null)
}

/** A reply after the mark brings a client back; the other reasons wait until the hold is over. */
const markFor = (tasks: readonly Task[], reasons: readonly TodayReason[], g: Gathered): TodayCandidate['mark'] => {
  const last = tasks.filter(isMark).toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))[0]
  if (last === undefined) return null
  const news = reasons.some(reason => reason.kind === 'reply' && last.dueOn !== null && reason.since > last.dueOn)
  return news ? null : markOf(last, g.rules.today.holdDays, g.today)
}

/** Every client of the book with all that speaks for a contact today, from one snapshot. */
export const todayCandidates = (tx: ReadTx, sources: TodaySources): readonly TodayCandidate[] => {
  const g: Gathered = {
    ...sources,
    held: heldFacts(tx, sources.book),
    tasks: Map.groupBy(tx.tasks.all(), task => task.clientId),
    engagements: Map.groupBy(tx.engagements.all(), each => each.clientId),
    questionnaires: Map.groupBy(tx.questionnaires.all(), each => each.clientId),
    moved: new Map(sources.moves.map(move => [move.clientId, move])),
  }
  const standards = new Map(sources.rules.segments.cells.map(cell => [cellOf(cell.tier, cell.style), cell.service]))
  return sources.book.entries.map(entry => {
    const standard = standards.get(entry.cell)
    const reasons = reasonsOf(entry, standard?.cadenceDays ?? 365, g)
    return {
      clientId: entry.client.id,
      tier: entry.decision.tier,
      assets: entry.assets,
      minutes: standard?.minutes ?? 15,
      doNotDisturb: entry.client.doNotDisturb,
      reasons,
      mark: markFor(g.tasks.get(entry.client.id) ?? [], reasons, g),
    }
  })
}
