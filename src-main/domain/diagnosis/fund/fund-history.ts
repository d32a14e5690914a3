import type { Fund } from '../../../model/fund.ts'
import { adjustedNav } from '../../portfolio/adjusted-nav.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import type { DaySeries } from './fund-input.ts'

/** A fund's adjusted NAV on exchange days. */
export interface FundHistory {
  readonly days: Int32Array
  /** Unit NAV; for money funds the compounded income. */
  readonly nav: Float64Array
  readonly adjusted: Float64Array
  /** First position from which NAV comes on every exchange day: before it, a closed period shows one a week. */
  readonly dailyFrom: number
  /** Whether NAV still comes less than every other exchange day. */
  readonly weekly: boolean
}

/**
 * Builds adjusted NAV up to a day: rows on non-exchange days are dropped first (half-year ends repeat a NAV nobody could
 * deal at), an event counts at the first kept row on or after its day, and income of money funds is compounded over
 * all days, weekends included, onto exchange days. `dailyRun` NAVs on consecutive exchange days end a closed period.
 */
export function fundHistory(
  fund: Pick<Fund, 'type' | 'dividends' | 'splits'>,
  nav: DaySeries,
  calendar: Int32Array,
  asOf: number,
  dailyRun: number,
): FundHistory {
  const rows = fund.type === 'money' ? compoundIncome(nav, calendar, asOf) : onExchangeDays(nav, calendar, asOf)
  const n = rows.days.length
  const dividends = new Float64Array(n)
  const splits = new Float64Array(n).fill(1)
  for (const { date, perUnit4 } of fund.dividends) {
    const at = lastAtOrBefore(rows.days, dayNumber(date) - 1) + 1
    if (at < n) dividends[at] = (dividends[at] as number) + perUnit4 / 10_000
  }
  for (const { date, ratio } of fund.splits) {
    const at = lastAtOrBefore(rows.days, dayNumber(date) - 1) + 1
    if (at < n) splits[at] = (splits[at] as number) * ratio
  }
  const { adjusted } = adjustedNav({ nav: rows.values, dividends, splits })
  const { dailyFrom, weekly } = frequencyOf(rows.days, calendar, dailyRun)
  return { days: rows.days, nav: rows.values, adjusted, dailyFrom, weekly }
}

function onExchangeDays(nav: DaySeries, calendar: Int32Array, asOf: number): DaySeries {
  const days: number[] = []
  const values: number[] = []
  let open = 0
  for (let i = 0; i < nav.days.length; i++) {
    const day = nav.days[i] as number
    if (day > asOf) break
    while (open < calendar.length && (calendar[open] as number) < day) open++
    const value = nav.values[i] as number
    // A value of 0 or less is a gap in the source, not a price.
    if (calendar[open] === day && value > 0) {
      days.push(day)
      values.push(value)
    }
  }
  return { days: Int32Array.from(days), values: Float64Array.from(values) }
}

function compoundIncome(income: DaySeries, calendar: Int32Array, asOf: number): DaySeries {
  const days: number[] = []
  const values: number[] = []
  let wealth = 1
  let open = 0
  for (let i = 0; i < income.days.length; i++) {
    const day = income.days[i] as number
    if (day > asOf) break
    wealth *= 1 + (income.values[i] as number) / 10_000
    while (open < calendar.length && (calendar[open] as number) < day) open++
    if (calendar[open] !== day) continue
    days.push(day)
    values.push(wealth)
  }
  return { days: Int32Array.from(days), values: Float64Array.from(values) }
}

function frequencyOf(days: Int32Array, calendar: Int32Array, dailyRun: number): { dailyFrom: number; weekly: boolean } {
  const n = days.length
  let run = 0
  let dailyFrom = n
  for (let i = 1; i < n; i++) {
    const apart = lastAtOrBefore(calendar, days[i] as number) - lastAtOrBefore(calendar, days[i - 1] as number)
    run = apart === 1 ? run + 1 : 0
    if (run === dailyRun) {
      dailyFrom = i - dailyRun
      break
    }
  }
  if (dailyFrom === n) return { dailyFrom: 0, weekly: n > 1 }
  // The last quarter decides what the fund publishes now: funds in a new closed period fall back to weekly.
  const recent = Math.max(0, n - 30)
  const span = lastAtOrBefore(calendar, days[n - 1] ?? 0) - lastAtOrBefore(calendar, days[recent] ?? 0)
  return { dailyFrom, weekly: span > 2 * (n - 1 - recent) }
}
