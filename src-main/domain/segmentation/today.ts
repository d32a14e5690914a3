/** One thing that speaks for serving a client today; money in fen, dates ISO. */
export type TodayReason =
  | { readonly kind: 'reply'; readonly since: string }
  /** Assets of the margin account over its debt, below the warning line. */
  | { readonly kind: 'marginRatio'; readonly ratio: number; readonly debt: number }
  | { readonly kind: 'suitabilityNotice'; readonly code: string; readonly value: number }
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
  | { readonly kind: 'birthday'; readonly age: number }
  | { readonly kind: 'task'; readonly id: string; readonly title: string; readonly dueOn: string | null }

/** A client with all that is known to speak for a contact. */
export interface TodayCandidate {
  readonly clientId: string
  readonly tier: number | null
  /** Fen. */
  readonly assets: number | null
  /** Of one contact, by the cell's standard. */
  readonly minutes: number
  readonly doNotDisturb: boolean
  readonly reasons: readonly TodayReason[]
  /** Put off by the advisor until this day, or done, or not relevant. */
  readonly mark: { readonly kind: 'done' | 'notRelevant' } | { readonly kind: 'later'; readonly until: string } | null
}

export interface TodayItem {
  readonly clientId: string
  readonly rank: number
  readonly points: number
  /** The strongest first. */
  readonly reasons: readonly TodayReason[]
  readonly minutes: number
  /** Minutes of the list up to and with this item. */
  readonly minutesSoFar: number
  /** Fits into the hours of the day. */
  readonly aboveCut: boolean
}

const duties = new Set<TodayReason['kind']>(['reply', 'marginRatio', 'suitabilityNotice', 'questionnaireExpired'])

/** Weight of a reason: what the rules demand and what runs out comes before what is merely due (our own scale). */
const pointsOf = (reason: TodayReason): number => {
  switch (reason.kind) {
    case 'reply':
      return 100
    case 'marginRatio':
      return 95
    case 'suitabilityNotice':
      return 90
    case 'questionnaireExpired':
      return 70
    case 'maturity':
      return Math.max(20, 65 - 3 * Math.max(0, reason.days))
    case 'questionnaireExpiring':
      return Math.max(15, 50 - reason.days)
    case 'movedDown':
      return 45
    case 'overLevel':
      return 25 + 35 * Math.min(1, reason.share)
    case 'overdue':
      return 20 + Math.min(40, (40 * reason.days) / reason.cadenceDays)
    case 'task':
      return 35
    case 'due':
      return 15
    case 'largeCash':
      return 10 + 20 * Math.min(1, reason.share)
    case 'movedUp':
      return 15
    case 'birthday':
      return 12
  }
}

/** The strongest reason counts in full, each further one a third of the one before; tiers add up to 20 points. */
const scoreOf = (candidate: TodayCandidate, sorted: readonly TodayReason[]): number => {
  const reasons = sorted.reduce((sum, reason, i) => sum + pointsOf(reason) / 3 ** i, 0)
  return reasons + 5 * ((candidate.tier ?? 1) - 1)
}

const open = (candidate: TodayCandidate, today: string): boolean =>
  candidate.reasons.length > 0 &&
  (candidate.mark === null || (candidate.mark.kind === 'later' && candidate.mark.until <= today)) &&
  (!candidate.doNotDisturb || candidate.reasons.some(reason => duties.has(reason.kind)))

/**
 * Whom to serve on `today`, ranked: why, how long it takes, and where the minutes of the day run out. Clients who wish
 * not to be disturbed stay out unless the rules demand the contact. Ties go to the larger client, then to the lower id.
 */
export const todayList = (
  candidates: readonly TodayCandidate[],
  today: string,
  availableMinutes: number,
): readonly TodayItem[] => {
  const scored = candidates
    .filter(candidate => open(candidate, today))
    .map(candidate => {
      const reasons = candidate.reasons.toSorted((a, b) => pointsOf(b) - pointsOf(a))
      return { candidate, reasons, points: scoreOf(candidate, reasons) }
    })
    .toSorted(
      (a, b) =>
        b.points - a.points ||
        (b.candidate.assets ?? 0) - (a.candidate.assets ?? 0) ||
        (a.candidate.clientId < b.candidate.clientId ? -1 : 1),
    )
  let minutesSoFar = 0
  return scored.map(({ candidate, reasons, points }, i) => {
    minutesSoFar += candidate.minutes
    return {
      clientId: candidate.clientId,
      rank: i + 1,
      points,
      reasons,
      minutes: candidate.minutes,
      minutesSoFar,
      aboveCut: minutesSoFar <= availableMinutes,
    }
  })
}
