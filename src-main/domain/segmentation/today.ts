import type { BiText } from '../../model/text.ts'

/** One thing that speaks for serving a client today; money in fen, dates ISO. */
export type TodayReason =
  | { readonly kind: 'reply'; readonly since: string }
  /** Assets of the margin account over its debt, below the warning line. */
  | { readonly kind: 'marginRatio'; readonly ratio: number; readonly debt: number }
  | { readonly kind: 'suitabilityNotice'; readonly code: string; readonly value: number }
  /** What head office decided on a result that was held back, and on which day; the day of the answers. */
  | {
      readonly kind: 'assessmentReleased' | 'assessmentDeclined'
      readonly on: string
      readonly of: string
      readonly by: string
      readonly note: string
    }
  | { readonly kind: 'questionnaireExpired'; readonly on: string | null }
  | {
      readonly kind: 'maturity'
      readonly code: string
      readonly value: number
      readonly on: string
      readonly days: number
    }
  | { readonly kind: 'questionnaireExpiring'; readonly on: string; readonly days: number }
  | { readonly kind: 'movedDown'; readonly from: string; readonly to: string }
  | { readonly kind: 'overLevel'; readonly value: number; readonly share: number }
  | { readonly kind: 'overdue'; readonly days: number; readonly cadenceDays: number }
  | { readonly kind: 'due'; readonly on: string }
  | { readonly kind: 'movedUp'; readonly from: string; readonly to: string }
  | { readonly kind: 'largeCash'; readonly value: number; readonly share: number }
  /** Fresh money: came in on that day or before it, and the cash that there is now. */
  | { readonly kind: 'inflow'; readonly on: string; readonly value: number; readonly share: number }
  | { readonly kind: 'birthday'; readonly age: number }
  | { readonly kind: 'task'; readonly id: string; readonly title: BiText; readonly dueOn: string | null }

/** A client with all that is known to speak for a contact. */
export interface TodayCandidate {
  readonly clientId: string
  readonly tier: number | null
  /** Fen. */
  readonly assets: number | null
  /** Of one contact, by the cell's standard. */
  readonly minutes: number
  readonly doNotDisturb: boolean
  /** Served by one message with others to whom the same happens. */
  readonly together: boolean
  /** What calls for a contact; without any the client is not on the list. */
  readonly reasons: readonly TodayReason[]
  /** What is good to know in a contact, but calls for none. */
  readonly also: readonly TodayReason[]
  /** Put off by the advisor until this day, or done, or not relevant. */
  readonly mark: { readonly kind: 'done' | 'notRelevant' } | { readonly kind: 'later'; readonly until: string } | null
}

/** One client of the list. */
export interface TodayMember {
  readonly clientId: string
  readonly points: number
  /** What calls for the contact, the strongest first. */
  readonly reasons: readonly TodayReason[]
  readonly also: readonly TodayReason[]
}

/** One thing to do: a client to serve, or one message to all whom the same event concerns. */
export interface TodayItem {
  /** Of the client, or `maturity code date` and `overLevel` of the event. */
  readonly key: string
  readonly kind: 'client' | 'event'
  /** One client, or the several of an event, the most pressing first. */
  readonly members: readonly [TodayMember, ...TodayMember[]]
  readonly points: number
  readonly minutes: number
  /** Minutes of the list up to and with this item. */
  readonly minutesSoFar: number
  /** Fits into the hours of the day. */
  readonly aboveCut: boolean
}

const duties = new Set<TodayReason['kind']>(['reply', 'marginRatio', 'suitabilityNotice', 'questionnaireExpired'])

/** Classes of reasons by kind, the most pressing first. */
export type TodayOrder = readonly (readonly TodayReason['kind'][])[]

/** Within a class: how pressing a reason is, 0..1 (our own scale). */
const urgency = (reason: TodayReason): number => {
  switch (reason.kind) {
    case 'marginRatio':
    case 'suitabilityNotice':
    case 'reply':
      return 1
    case 'overLevel':
      return Math.min(1, reason.share)
    case 'overdue':
      return Math.min(1, reason.days / reason.cadenceDays)
    case 'maturity':
    case 'questionnaireExpiring':
      return 1 / (1 + Math.max(0, reason.days))
    case 'largeCash':
    case 'inflow':
      return Math.min(1, reason.share)
    default:
      return 0.5
  }
}

const CLASS = 100
const TIER = 10
const URGENCY = 8
const FURTHER = 2

/**
 * Class of the reason first, then urgency within it. A class outweighs the highest tier with the highest urgency and any
 * number of further reasons.
 */
const pointsOf = (reason: TodayReason, order: TodayOrder): number => {
  const at = order.findIndex(kinds => kinds.includes(reason.kind))
  return CLASS * (order.length - (at < 0 ? order.length : at)) + URGENCY * urgency(reason)
}

/** The strongest reason, the tier, and a little for every further reason. */
const scoreOf = (candidate: TodayCandidate, sorted: readonly TodayReason[], order: TodayOrder): number => {
  const [first, ...rest] = sorted
  return (
    (first === undefined ? 0 : pointsOf(first, order)) +
    TIER * (candidate.tier ?? 1) +
    FURTHER * Math.min(3, rest.length)
  )
}

const open = (candidate: TodayCandidate, today: string): boolean =>
  candidate.reasons.length > 0 &&
  (candidate.mark === null || (candidate.mark.kind === 'later' && candidate.mark.until <= today)) &&
  (!candidate.doNotDisturb || candidate.reasons.some(reason => duties.has(reason.kind)))

/** How events of many are served: kinds that one message can say, and the minutes that it takes. */
export interface TodayTogether {
  readonly kinds: readonly TodayReason['kind'][]
  readonly minutes: number
}

interface Scored extends TodayMember {
  readonly candidate: TodayCandidate
}

const byRank = (a: Scored, b: Scored): number =>
  b.points - a.points ||
  (b.candidate.assets ?? 0) - (a.candidate.assets ?? 0) ||
  (a.candidate.clientId < b.candidate.clientId ? -1 : 1)

/** Name of the event that speaks strongest for a client served together with others; null of anybody else. */
const eventOf = ({ candidate, reasons }: Scored, { kinds }: TodayTogether): string | null => {
  const [first] = reasons
  if (!candidate.together || first === undefined || !kinds.includes(first.kind)) return null
  return first.kind === 'maturity' ? `maturity ${first.code} ${first.on}` : first.kind
}

/**
 * Whom to serve on `today`, ranked: why, how long it takes, and where the minutes of the day run out. The class of the
 * strongest reason decides first, then the tier, then urgency. Clients who wish not to be disturbed stay out unless the
 * rules demand the contact. Ties go to the larger client, then to the lower id. Clients who are served together and for
 * whom the same event speaks strongest are one item, at the place of the most pressing of them.
 */
export const todayList = (
  candidates: readonly TodayCandidate[],
  today: string,
  availableMinutes: number,
  order: TodayOrder,
  together: TodayTogether,
): readonly TodayItem[] => {
  const byPoints = (a: TodayReason, b: TodayReason): number => pointsOf(b, order) - pointsOf(a, order)
  const scored = candidates
    .filter(candidate => open(candidate, today))
    .map((candidate): Scored => {
      const reasons = candidate.reasons.toSorted(byPoints)
      const { clientId } = candidate
      const points = scoreOf(candidate, reasons, order)
      return { candidate, clientId, reasons, also: candidate.also.toSorted(byPoints), points }
    })
    .toSorted(byRank)
  const events = new Map<string, Scored[]>()
  for (const one of scored) {
    const key = eventOf(one, together)
    if (key !== null) events.set(key, [...(events.get(key) ?? []), one])
  }
  let minutesSoFar = 0
  return scored.flatMap((one): readonly TodayItem[] => {
    const key = eventOf(one, together)
    const all = key === null ? [one] : (events.get(key) ?? [one])
    const [head, ...rest] = all
    // an event stands where the first of its clients does
    if (head !== one) return []
    const isEvent = key !== null && rest.length > 0
    const minutes = isEvent ? together.minutes : one.candidate.minutes
    minutesSoFar += minutes
    return [
      {
        key: isEvent ? key : one.clientId,
        kind: isEvent ? 'event' : 'client',
        members: [one, ...rest],
        points: one.points,
        minutes,
        minutesSoFar,
        aboveCut: minutesSoFar <= availableMinutes,
      },
    ]
  })
}
