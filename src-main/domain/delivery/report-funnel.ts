import type { ReportStanding } from './report-standing.ts'

/** Client editions from made to followed up; each step counts the reports that came at least so far. */
export interface ReportFunnel {
  readonly made: number
  readonly sent: number
  readonly opened: number
  readonly answered: number
  readonly followedUp: number
  /** May have gone out: the advisor has not said yet. */
  readonly sendingUnknown: number
  /** Went out in a way that cannot tell whether it was opened, and no answer says so. */
  readonly openingUnknown: number
  readonly withdrawn: number
}

/** Whoever answered has read. */
const wasRead = (s: ReportStanding): boolean => s.openedAt !== null || s.answeredAt !== null

/** Counts of a list of standings. Whoever answered has read: an answer counts as opened. */
export const reportFunnel = (standings: readonly ReportStanding[]): ReportFunnel => {
  const count = (passes: (standing: ReportStanding) => boolean): number => standings.filter(passes).length
  return {
    made: standings.length,
    sent: count(s => s.sentAt !== null),
    opened: count(wasRead),
    answered: count(s => s.answeredAt !== null),
    followedUp: count(s => s.followedUpAt !== null),
    sendingUnknown: count(s => s.state === 'unknown'),
    openingUnknown: count(s => s.sentAt !== null && !s.canTellOpening && !wasRead(s) && s.state !== 'withdrawn'),
    withdrawn: count(s => s.state === 'withdrawn'),
  }
}
