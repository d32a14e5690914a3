import type { TodayView } from '../../contract/today.ts'
import { dayNumber, daysBetween, isoDate } from '../../domain/portfolio/day-number.ts'
import type { ServiceCapacity } from '../../domain/segmentation/service-fit.ts'
import { workingDays } from '../../domain/segmentation/working-days.ts'
import { fill } from '../../domain/text/fill.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'

const AHEAD = 30
const WEEK = 7
const NEXT = 4
const RECENT = 4
const WORKDAYS = 5
/** Working days in which room is looked for. */
const HORIZON = 20

const who = (entry: ClientEntry) => ({
  clientId: entry.client.id,
  name: entry.client.name,
  tier: entry.decision.tier,
  style: entry.decision.style,
})

type Load = TodayView['week']['days'][number]

/** Minutes of the coming working days: contacts that become due on each, and what was put off to it. */
export const dayLoads = (
  book: Book,
  rules: Rules,
  capacity: ServiceCapacity,
  today: string,
  /** Clients put off, and until when. */
  putOff: ReadonlyMap<string, string>,
): readonly Load[] => {
  const standards = new Map(rules.segments.cells.map(cell => [cellOf(cell.tier, cell.style), cell.service]))
  const batched = new Set(capacity.cells.filter(cell => cell.batch).map(cell => cellOf(cell.tier, cell.style)))
  const dayOf = (entry: ClientEntry): string | null =>
    putOff.get(entry.client.id) ?? (batched.has(entry.cell) ? null : entry.service.dueOn)
  const due = Map.groupBy(book.entries, dayOf)
  return workingDays(today, HORIZON, rules.today.closedDays).map(date => {
    const entries = due.get(date) ?? []
    return {
      date,
      clients: entries.length,
      minutes: entries.reduce((sum, entry) => sum + (standards.get(entry.cell)?.minutes ?? 0), 0),
    }
  })
}

/** Hours of the week: the list of today, and what is planned for the next four working days. */
export const weekPart = (
  loads: readonly Load[],
  capacity: ServiceCapacity,
  today: string,
  /** Of the list of today. */
  minutesToday: number,
): TodayView['week'] => ({
  neededHours: capacity.neededPerWeek,
  plannedHours: capacity.plannedPerWeek,
  availableHours: capacity.availablePerWeek,
  days: loads.slice(0, WORKDAYS).map(day => (day.date === today ? { ...day, minutes: minutesToday } : day)),
})

/** Questionnaires of ordinary investors that have ended or will end within thirty days. */
export const questionnairePart = (book: Book, today: string): TodayView['questionnaires'] => {
  const byDay = Array.from({ length: AHEAD }, () => 0)
  const next: { readonly entry: ClientEntry; readonly on: string; readonly days: number }[] = []
  let lapsed = 0
  for (const entry of book.entries) {
    const { investorType, validUntil } = entry.client
    if (investorType === 'professional') continue
    const days = validUntil === null ? -1 : daysBetween(today, validUntil)
    if (days < 0) lapsed += 1
    else if (validUntil !== null && days < AHEAD) {
      byDay[days] = (byDay[days] ?? 0) + 1
      next.push({ entry, on: validUntil, days })
    }
  }
  return {
    lapsed,
    within7: byDay.slice(0, WEEK).reduce((sum, n) => sum + n, 0),
    within30: byDay.reduce((sum, n) => sum + n, 0),
    byDay,
    next: next
      .toSorted((a, b) => (b.entry.decision.tier ?? 0) - (a.entry.decision.tier ?? 0) || a.days - b.days)
      .slice(0, NEXT)
      .toSorted((a, b) => a.days - b.days)
      .map(({ entry, on, days }) => ({ ...who(entry), riskCapacity: entry.client.riskCapacity, on, days })),
  }
}

/** What came back of handed-over reports in the last days. */
export const echoPart = (tx: ReadTx, book: Book, rules: Rules, today: string): TodayView['echo'] => {
  const days = rules.today.marks.echoDays
  const from = isoDate(dayNumber(today) - days)
  const events = tx.engagements.all().filter(each => each.at >= from && book.byId.has(each.clientId))
  const count = (kind: string): number => events.filter(each => each.kind === kind).length
  const done = new Set(events.filter(e => e.kind === 'answered' || e.kind === 'followedUp').map(e => e.reportId))
  const { phrases } = rules.today
  const recent = events
    .filter(each => each.kind === 'answered' || (each.kind === 'opened' && !done.has(each.reportId)))
    .toSorted((a, b) => b.at.localeCompare(a.at))
  const seen = new Set<string>()
  const first = recent.filter(each => !seen.has(each.reportId) && seen.add(each.reportId))
  return {
    days,
    sent: count('sent'),
    opened: count('opened'),
    answered: count('answered'),
    followedUp: count('followedUp'),
    recent: first.slice(0, RECENT).map(each => {
      const question = each.answers?.['question'] ?? ''
      const times = events.filter(other => other.kind === 'opened' && other.reportId === each.reportId).length
      return {
        clientId: each.clientId,
        name: book.byId.get(each.clientId)?.client.name ?? each.clientId,
        what:
          each.kind === 'answered'
            ? fill(phrases.answered, {
                question: {
                  zh: question === '' ? '' : `「${question}」`,
                  en: question === '' ? '' : `: "${question}"`,
                },
              })
            : fill(phrases.opened, { n: String(times) }),
        at: each.at,
      }
    }),
  }
}
