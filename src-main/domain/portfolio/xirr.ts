import { dayNumber } from './day-number.ts'
import { exponentialRoots } from './exponential-roots.ts'

/** Date and amount from the holder's side: money paid in is negative, money received and the final value positive. */
export type Cashflow = readonly [date: string, amount: number]

export type XirrReason = 'no-sign-change' | 'no-rate' | 'not-unique'

export type Xirr =
  { readonly rate: number } | { readonly rate: null; readonly reason: XirrReason; readonly roots?: readonly number[] }

/**
 * Of several roots only those in this band compete: losing all but a millionth a year, or a thousandfold gain a year,
 * are artefacts of a small last flow and no return anybody had.
 */
const LEAST = -1 + 1e-6
const MOST = 1000

/** Days a year of the ACT/365 Fixed convention. */
const YEAR = 365

/**
 * Internal rate of return a year of dated cash flows in any order: the rate solving
 * `sum a_i (1 + rate)^(-(d_i - d_0)/365) = 0` in (-1, inf), ACT/365F.
 * No rate where all flows have one sign or none solves the equation; where several do it is not unique, and `roots`
 * lists them in order: no single one of them is the return.
 */
export function xirr(flows: readonly Cashflow[]): Xirr {
  const byDay = new Map<number, number>()
  for (const [date, amount] of flows) {
    const day = dayNumber(date)
    byDay.set(day, (byDay.get(day) ?? 0) + amount)
  }
  const days = [...byDay.entries()].filter(([, amount]) => amount !== 0).toSorted((a, b) => a[0] - b[0])
  const first = days[0]
  if (first === undefined) return { rate: null, reason: 'no-sign-change' }
  const times = Float64Array.from(days, ([day]) => (day - first[0]) / YEAR)
  const amounts = Float64Array.from(days, ([, amount]) => amount)
  const changes = signChanges(amounts)
  if (changes === 0) return { rate: null, reason: 'no-sign-change' }
  // The rate is expm1 of the root of sum a_i e^(-t_i x); rates beyond the range of numbers are none.
  const all = exponentialRoots(amounts, times, changes).map(Math.expm1).filter(Number.isFinite)
  const plausible = all.filter(rate => rate > LEAST && rate < MOST)
  const roots = plausible.length > 0 ? plausible : all
  const [only, second] = roots
  if (only === undefined) return { rate: null, reason: 'no-rate' }
  return second === undefined ? { rate: only } : { rate: null, reason: 'not-unique', roots }
}

/** Net present value of dated flows at a rate a year, as of the earliest date, ACT/365F. */
export function xnpv(rate: number, flows: readonly Cashflow[]): number {
  let first = Infinity
  for (const [date] of flows) first = Math.min(first, dayNumber(date))
  let sum = 0
  for (const [date, amount] of flows) sum += amount * (1 + rate) ** (-(dayNumber(date) - first) / YEAR)
  return sum
}

function signChanges(amounts: Float64Array): number {
  let changes = 0
  for (let i = 1; i < amounts.length; i++) if ((amounts[i] as number) > 0 !== (amounts[i - 1] as number) > 0) changes++
  return changes
}
