import { dayNumber } from '../../portfolio/day-number.ts'
import { managersOn } from '../../portfolio/managers-on.ts'
import { observationsPerYear } from '../day-axis.ts'
import type { FundInput } from './fund-input.ts'
import { benchmarkLevels } from './benchmark-levels.ts'
import { dateOf, figureKit, type MakeFigure } from './figure-kit.ts'
import { fundHistory, type FundHistory } from './fund-history.ts'

/** What all sections share. */
export interface FundContext {
  readonly input: FundInput
  readonly history: FundHistory
  /** Aligned with the fund's days, NaN before it reaches back; `null` without one. */
  readonly benchmark: Float64Array | null
  readonly benchmarkName: string | null
  readonly periodsPerYear: number
  /** Per return interval. */
  readonly riskFreePerPeriod: number
  readonly frequency: 'daily' | 'weekly'
  /** Last day with a NAV; the as-of day where there is none. */
  readonly lastDay: number
  readonly money: boolean
  readonly figure: MakeFigure
}

/** Weeks a year with a NAV, for funds in a closed period. */
const WEEKS = 52

export function fundContext(given: FundInput): FundContext {
  // a report of an earlier day knows nothing of who came after it
  const input = { ...given, fund: { ...given.fund, managers: managersOn(given.fund.managers, given.asOf) } }
  const asOf = dayNumber(input.asOf)
  const history = fundHistory(input.fund, input.nav, input.calendar, asOf, input.conclusions.thresholds.dailyRun)
  const found =
    history.days.length > 0 ? benchmarkLevels(input.fund, input.indices, input.calendar, history.days) : null
  const periodsPerYear = history.weekly ? WEEKS : observationsPerYear(input.calendar, asOf)
  const lastDay = history.days.at(-1) ?? asOf
  return {
    input,
    history,
    benchmark: found?.levels ?? null,
    benchmarkName: found?.name ?? null,
    periodsPerYear,
    riskFreePerPeriod: (1 + input.riskFree) ** (1 / periodsPerYear) - 1,
    frequency: history.weekly ? 'weekly' : 'daily',
    lastDay,
    money: input.fund.type === 'money',
    figure: figureKit(input.definitions, dateOf(lastDay)),
  }
}
