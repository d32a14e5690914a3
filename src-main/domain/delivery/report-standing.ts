import type { Delivery } from '../../model/delivery.ts'
import type { Engagement } from '../../model/engagement.ts'

export type StandingState = 'made' | 'sent' | 'opened' | 'answered' | 'followedUp' | 'unknown' | 'withdrawn'

/** How far a report has come, with the instants (UTC) at which it came there first; null where it has not. */
export interface ReportStanding {
  readonly state: StandingState
  readonly sentAt: string | null
  readonly openedAt: string | null
  readonly answeredAt: string | null
  readonly followedUpAt: string | null
  /** Times that a link was opened. */
  readonly opens: number
  /** Different pages read; null where nothing tells. */
  readonly pagesRead: number | null
  /** The newest answers. */
  readonly answers: Readonly<Record<string, string>> | null
  /** Opening can be seen of links only: false where it was handed over in other ways alone. */
  readonly canTellOpening: boolean
}

const firstAt = (events: readonly Engagement[], kind: Engagement['kind']): string | null =>
  events
    .filter(each => each.kind === kind)
    .map(each => each.at as string)
    .toSorted()[0] ?? null

/**
 * State of one report from its deliveries and what came back, both of this report only, in any order. The furthest step
 * counts; `withdrawn` when every way it went was taken back before anybody opened it; `unknown` when it may have gone
 * out and nobody can tell.
 */
export const reportStanding = (deliveries: readonly Delivery[], engagements: readonly Engagement[]): ReportStanding => {
  const openedAt = firstAt(engagements, 'opened')
  const answeredAt = firstAt(engagements, 'answered')
  const followedUpAt = firstAt(engagements, 'followedUp')
  const gone = deliveries.filter(each => each.state === 'sent' || each.state === 'withdrawn')
  const sentAt =
    firstAt(engagements, 'sent') ?? gone.map(each => each.changedAt as string).toSorted()[0] ?? openedAt ?? answeredAt
  const isWithdrawn = gone.length > 0 && gone.every(each => each.state === 'withdrawn')
  const isUnknown = deliveries.some(each => each.state === 'unknown' || each.state === 'sending')
  const pages = engagements.flatMap(each => (each.kind === 'pagesRead' && each.pages !== null ? [each.pages] : []))
  const [newest] = engagements
    .filter(each => each.kind === 'answered')
    .toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
  const state = (): StandingState => {
    if (followedUpAt !== null) return 'followedUp'
    if (answeredAt !== null) return 'answered'
    if (openedAt !== null) return 'opened'
    if (isWithdrawn) return 'withdrawn'
    if (sentAt !== null) return 'sent'
    return isUnknown ? 'unknown' : 'made'
  }
  return {
    state: state(),
    sentAt,
    openedAt,
    answeredAt,
    followedUpAt,
    opens: engagements.filter(each => each.kind === 'opened').length,
    pagesRead: pages.length === 0 ? null : Math.max(...pages),
    answers: newest?.answers ?? null,
    canTellOpening: openedAt !== null || gone.some(each => each.channel === 'link'),
  }
}
