import type { RiskCapacity } from '../../model/levels.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { daysBetween } from '../portfolio/day-number.ts'

/** One assessment of a client, dates ISO. */
export interface Assessment {
  readonly id: string
  readonly date: string
  readonly riskCapacity: RiskCapacity
  readonly answeredBy: 'client' | 'advisor'
}

export type AssessmentStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly until: string; readonly daysLeft: number }
  | { readonly kind: 'expiring'; readonly until: string; readonly daysLeft: number }
  | { readonly kind: 'expired'; readonly until: string; readonly daysAgo: number }

const levels = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5'] as const

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** The same day `months` later, or the last of that month when it has none; ISO dates. */
export const addMonths = (date: string, months: number): string => {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Last day on which an assessment of `date` counts. */
export const validUntil = (date: string, pack: QuestionnairePack): string => addMonths(date, pack.validityMonths)

/** Where an assessment stands on `today`; `expiring` from `warnDays` before its last day, that day included. */
export const assessmentStanding = (
  until: string | null,
  today: string,
  pack: Pick<QuestionnairePack, 'warnDays'>,
): AssessmentStanding => {
  if (until === null) return { kind: 'none' }
  const daysLeft = daysBetween(today, until)
  if (daysLeft < 0) return { kind: 'expired', until, daysAgo: -daysLeft }
  return { kind: daysLeft <= pack.warnDays ? 'expiring' : 'valid', until, daysLeft }
}

export type RepeatCheck =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'tooManyToday'; readonly limit: number }
  | { readonly kind: 'tooManyThisYear'; readonly limit: number; readonly againOn: string }

/** May the client be assessed once more today? Counts the assessments of today and of the last 365 days. */
export const repeatCheck = (history: readonly Assessment[], today: string, pack: QuestionnairePack): RepeatCheck => {
  const { perDay, perYear } = pack.repeats
  if (history.filter(a => a.date === today).length >= perDay) return { kind: 'tooManyToday', limit: perDay }
  const recent = history.map(a => a.date).filter(date => addMonths(date, 12) > today && date <= today)
  const oldest = recent.toSorted()[recent.length - perYear]
  return recent.length >= perYear && oldest !== undefined
    ? { kind: 'tooManyThisYear', limit: perYear, againOn: addMonths(oldest, 12) }
    : { kind: 'allowed' }
}

/** A purchase and the level its product asks for. */
export interface LevelledPurchase {
  readonly date: string
  readonly code: string
  /** Lowest level that may hold the product. */
  readonly needs: RiskCapacity
}

export type QuestionnaireAlert =
  | {
      readonly kind: 'levelJump'
      readonly id: string
      readonly date: string
      readonly from: RiskCapacity
      readonly to: RiskCapacity
      readonly levels: number
    }
  | {
      /** Raised just before a purchase that the old level would not have allowed. */
      readonly kind: 'upgradeBeforePurchase'
      readonly id: string
      readonly date: string
      readonly from: RiskCapacity
      readonly to: RiskCapacity
      readonly code: string
      readonly purchasedOn: string
      readonly days: number
    }
  | { readonly kind: 'answeredByAdvisor'; readonly id: string; readonly date: string }

/** What a reviewer should look at in the history of a client's assessments, oldest first. */
export const questionnaireAlerts = (
  history: readonly Assessment[],
  purchases: readonly LevelledPurchase[],
  pack: QuestionnairePack,
): readonly QuestionnaireAlert[] => {
  const sorted = history.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return sorted.flatMap((assessment, i): readonly QuestionnaireAlert[] => {
    const { id, date, riskCapacity: to, answeredBy } = assessment
    const alerts: QuestionnaireAlert[] = []
    if (answeredBy === 'advisor') alerts.push({ kind: 'answeredByAdvisor', id, date })
    const from = sorted[i - 1]?.riskCapacity
    if (from === undefined) return alerts
    const rise = levels.indexOf(to) - levels.indexOf(from)
    if (Math.abs(rise) >= pack.alerts.jumpLevels) alerts.push({ kind: 'levelJump', id, date, from, to, levels: rise })
    for (const { date: purchasedOn, code, needs } of purchases) {
      const days = daysBetween(date, purchasedOn)
      const needed = levels.indexOf(needs)
      const madePossible = levels.indexOf(from) < needed && needed <= levels.indexOf(to)
      if (rise > 0 && madePossible && days >= 0 && days <= pack.alerts.upgradeBeforePurchaseDays)
        alerts.push({ kind: 'upgradeBeforePurchase', id, date, from, to, code, purchasedOn, days })
    }
    return alerts
  })
}
