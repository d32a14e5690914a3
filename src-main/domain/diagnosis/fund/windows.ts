import type { FundReport } from '../../../model/report/fund-report.ts'
import type { PeriodId } from '../../../model/report/fund/performance.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { lastAtOrBefore, yearsBefore } from '../day-axis.ts'
import { dateOf } from './figure-kit.ts'
import type { FundContext } from './fund-context.ts'

/** Positions of the base NAV and the last NAV of a window among the fund's days. */
export interface Window {
  readonly from: number
  readonly to: number
}

export const PERIODS: readonly PeriodId[] = ['ytd', '1y', '3y', '5y', '7y', '10y', 'sinceManager', 'sinceInception']

const YEARS: Partial<Record<PeriodId, number>> = { '1y': 1, '3y': 3, '5y': 5, '7y': 7, '10y': 10 }

/**
 * The window of a period: its base is the last NAV on or before its first day (three years: the same calendar day
 * three years ago; year to date: 31 December). `null` when the fund is younger, or its NAV is known from a later day on.
 */
export function windowOf(context: FundContext, id: PeriodId): Window | null {
  const { days } = context.history
  const to = days.length - 1
  if (to < 1) return null
  if (id === 'sinceInception') return { from: 0, to }
  const since = id === 'sinceManager' ? currentSince(context) : null
  if (since !== null && !reachesBackTo(context, since)) return null
  const from = lastAtOrBefore(days, startDay(context, id))
  return from < 0 || from >= to ? null : { from, to }
}

/** Day of the base of a period, before looking for a NAV. */
export function startDay(context: FundContext, id: PeriodId): number {
  const { input, history, lastDay } = context
  const years = YEARS[id]
  const last = isoDate(lastDay)
  if (years !== undefined) return dayNumber(yearsBefore(last, years))
  if (id === 'ytd') return dayNumber(`${last.slice(0, 4)}-01-01`) - 1
  if (id === 'sinceInception') return history.days[0] ?? lastDay
  const since = currentSince(context)
  // The day before taking over is the base; a manager of the first hour starts with the fund.
  return Math.max(history.days[0] ?? lastDay, (since ?? dayNumber(input.fund.inceptionOn)) - 1)
}

/** Day the longest serving of the present managers took over. */
export function currentSince({ input }: FundContext): number | null {
  const present = input.fund.managers.filter(m => m.to === null).map(m => dayNumber(m.from))
  return present.length === 0 ? null : Math.min(...present)
}

/** Since when there is NAV: from the fund's first days on, or only from a later one. */
export function startOf(context: FundContext): FundReport['conventions']['start'] {
  const first = context.history.days[0]
  if (first === undefined) return null
  return {
    kind: reachesBackTo(context, dayNumber(context.input.fund.inceptionOn)) ? 'inception' : 'data',
    on: dateOf(first),
  }
}

/** Whether NAV is known from a day on, give or take the first days without one that the pack allows. */
export function reachesBackTo({ history, input }: FundContext, day: number): boolean {
  const first = history.days[0]
  return first !== undefined && first <= day + input.conclusions.thresholds.firstNavDays
}

/** Calendar days of a window. */
export function spanOf(context: FundContext, { from, to }: Window): number {
  return (context.history.days[to] as number) - (context.history.days[from] as number)
}
