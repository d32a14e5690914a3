import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
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
import { taskWords } from '../deliveries/task-words.ts'
import { heldFacts, type HeldFacts } from './held-facts.ts'
import { isMark, markOf } from './mark-today.ts'

export interface TodaySources {
  readonly book: Book
  readonly rules: Rules
  readonly today: string
  readonly moves: readonly Move[]
  /** Days before the end from which a questionnaire counts as expiring. */
  readonly warnDays: number
  /** Cells that one message serves while the hours do not reach. */
  readonly batched: ReadonlySet<string>
}

interface Gathered extends TodaySources {
  readonly held: HeldFacts
  readonly tasks: ReadonlyMap<string, readonly Task[]>
  readonly engagements: ReadonlyMap<string, readonly Engagement[]>
  readonly questionnaires: (clientId: string) => readonly Questionnaire[]
  /** Results that head office decided on. */
  readonly decided: ReadonlyMap<string, readonly Questionnaire[]>
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
    .map(each => dayInChina(each.at))
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

/** A reason, and whether it calls for a contact by itself. */
type Said = { readonly reason: TodayReason; readonly calls: boolean } | null

const said = (reason: TodayReason, calls = true): Said => ({ reason, calls })

/** What one message to a whole cell can also say calls for no contact while the cell is served so. */
const assessment = ({ client }: ClientEntry, single: boolean, g: Gathered): Said => {
  if (client.investorType === 'professional') return null
  if (client.validUntil === null) return said({ kind: 'questionnaireExpired', on: null }, single)
  const { lapsedDays, expiryDays } = g.rules.today.marks
  const days = daysBetween(g.today, client.validUntil)
  if (days < 0) return said({ kind: 'questionnaireExpired', on: client.validUntil }, single && -days <= lapsedDays)
  return days <= g.warnDays
    ? said({ kind: 'questionnaireExpiring', on: client.validUntil, days }, single && days <= expiryDays)
    : null
}

/** The newest decision of head office on a held result that the client has not been told in a contact since. */
const decision = ({ client, service: { lastContact } }: ClientEntry, g: Gathered): Said => {
  const decided = (g.decided.get(client.id) ?? []).flatMap(({ date, review }) =>
    review === null ? [] : [{ ...review, of: date, on: dayInChina(review.at) }],
  )
  const newest = decided.toSorted((a, b) => b.at.localeCompare(a.at))[0]
  if (newest === undefined || daysBetween(newest.on, g.today) > g.rules.today.marks.decisionDays) return null
  if (lastContact !== null && lastContact >= newest.on) return null
  const { of, on, by, note } = newest
  return said({ kind: newest.decision === 'released' ? 'assessmentReleased' : 'assessmentDeclined', of, on, by, note })
}

const money = (entry: ClientEntry, g: Gathered): readonly Said[] => {
  const { marks } = g.rules.today
  const found: Said[] = []
  const margin = g.held.margin.get(entry.client.id)
  if (margin !== undefined && margin.ratio < marks.marginRatio) found.push(said({ kind: 'marginRatio', ...margin }))
  for (const { code, value, on } of g.held.maturing.get(entry.client.id) ?? []) {
    const days = daysBetween(g.today, on)
    found.push(said({ kind: 'maturity', code, value, on, days }))
  }
  const cash = entry.client.cash ?? 0
  const share = entry.assets > 0 ? cash / entry.assets : 0
  if (cash < marks.largeCash || share < marks.largeCashShare) return found
  const inflow = g.held.inflows.get(entry.client.id)
  const isFresh =
    inflow !== undefined &&
    inflow.value >= marks.largeCash &&
    (entry.service.lastContact === null || inflow.on > entry.service.lastContact)
  found.push(
    isFresh ? said({ kind: 'inflow', ...inflow, share }) : said({ kind: 'largeCash', value: cash, share }, false),
  )
  return found
}

/** A mismatch is news until the client has been spoken to after what made it one. */
const isNews = ({ client, holdings, service: { lastContact } }: ClientEntry): boolean =>
  lastContact === null ||
  (client.assessedOn !== null && client.assessedOn > lastContact) ||
  holdings.some(({ verdict, product }) => verdict === 'mismatch' && (product?.gradedOn ?? '') > lastContact)

const fit = (entry: ClientEntry, g: Gathered): Said => {
  const { marks } = g.rules.today
  if (entry.mismatchValue === 0 || entry.assets === 0) return null
  const worst = entry.holdings
    .filter(holding => holding.verdict === 'mismatch')
    .toSorted((a, b) => b.value - a.value)[0]
  const lowered = loweredLevel(g.questionnaires(entry.client.id), g.today, marks.noticeDays)
  if (lowered !== null && worst !== undefined)
    return said({ kind: 'suitabilityNotice', code: worst.code, value: entry.mismatchValue })
  const share = entry.mismatchValue / entry.assets
  return share >= marks.overLevelShare
    ? said({ kind: 'overLevel', value: entry.mismatchValue, share }, isNews(entry))
    : null
}

const service = ({ service: state }: ClientEntry, cadenceDays: number, single: boolean, today: string): Said =>
  state.kind === 'overdue'
    ? said({ kind: 'overdue', days: state.overdueDays, cadenceDays }, single)
    : state.kind === 'due'
      ? said({ kind: 'due', on: state.dueOn }, single && state.dueOn <= today)
      : null

const moved = (id: string, single: boolean, g: Gathered): Said => {
  const move = g.moved.get(id)
  if (move === undefined || move.from === null || move.to === null) return null
  if (move.kind === 'down') return said({ kind: 'movedDown', from: move.from, to: move.to }, single)
  return move.kind === 'up' ? said({ kind: 'movedUp', from: move.from, to: move.to }, single) : null
}

const reasonsOf = (entry: ClientEntry, cadenceDays: number, g: Gathered): Pick<TodayCandidate, 'reasons' | 'also'> => {
  const { client } = entry
  const { marks } = g.rules.today
  const single = !g.batched.has(entry.cell)
  const since = openReply(g.engagements.get(client.id) ?? [], entry.service.lastContact)
  const birthday =
    client.birthDate === null || client.kind !== 'person'
      ? null
      : birthdayOf(client.birthDate, g.today, marks.birthdayDays)
  const all: readonly Said[] = [
    since === null || daysBetween(since, g.today) > marks.replyDays ? null : said({ kind: 'reply', since }),
    ...money(entry, g),
    decision(entry, g),
    assessment(entry, single, g),
    fit(entry, g),
    service(entry, cadenceDays, single, g.today),
    moved(client.id, single, g),
    birthday === null ? null : said(birthday, single),
    ...(g.tasks.get(client.id) ?? [])
      .filter(task => !isMark(task) && (task.state === 'open' || task.state === 'later'))
      .filter(task => task.dueOn === null || task.dueOn <= g.today)
      .map(task =>
        said({
          kind: 'task',
          id: task.id,
          title: taskWords(task, g.engagements.get(client.id) ?? [], g.rules.delivery),
          dueOn: task.dueOn,
        }),
      ),
  ]
  const told = all.filter(each => each !== null)
  return {
    reasons: told.filter(each => each.calls).map(each => each.reason),
    also: told.filter(each => !each.calls).map(each => each.reason),
  }
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
    held: heldFacts(tx, sources.book, sources.rules.today.marks),
    tasks: Map.groupBy(tx.tasks.all(), task => task.clientId),
    engagements: Map.groupBy(tx.engagements.all(), each => each.clientId),
    questionnaires: id => tx.questionnaires.ofClient(id),
    decided: Map.groupBy(tx.questionnaires.decided(), each => each.clientId),
    moved: new Map(sources.moves.map(move => [move.clientId, move])),
  }
  const standards = new Map(sources.rules.segments.cells.map(cell => [cellOf(cell.tier, cell.style), cell.service]))
  return sources.book.entries.map(entry => {
    const standard = standards.get(entry.cell)
    const { reasons, also } = reasonsOf(entry, standard?.cadenceDays ?? 365, g)
    return {
      clientId: entry.client.id,
      tier: entry.decision.tier,
      assets: entry.assets,
      minutes: standard?.minutes ?? 15,
      doNotDisturb: entry.client.doNotDisturb,
      together: g.batched.has(entry.cell),
      reasons,
      also,
      mark: markFor(g.tasks.get(entry.client.id) ?? [], reasons, g),
    }
  })
}
