import type { YieldChunk } from '../../model/yield-chunk.ts'
import type { Calendar } from './calendar.ts'
import { yearOf } from './days.ts'
import type { FactorReturns } from './factors.ts'
import { seeds } from './seeds.ts'
import type { WorldRow } from './world-row.ts'

/** What a factor of this duration implies: yields fall when it gains, and are pulled back to a level that moves along a line. */
const path = (
  returns: Float64Array,
  drift: number,
  { first, last, pull, duration }: (typeof seeds.yields)['level'],
): Float64Array => {
  const out = new Float64Array(returns.length)
  let y = first
  for (let t = 0; t < returns.length; t++) {
    const target = first + ((last - first) * t) / (returns.length - 1)
    y += -((returns[t] ?? 0) - drift / 243) / duration + (pull * (target - y)) / 243
    out[t] = Math.max(0.0005, y)
  }
  return out
}

export interface YieldPaths {
  /** At five years. */
  readonly treasury: Float64Array
  readonly spread: Float64Array
}

const drift = (id: string): number => seeds.factors.factors.find(f => f.id === id)?.drift ?? 0

/** Yields that go with the returns of the demo's bonds: the same moves of rates and of credit are behind both. */
export const makeYields = (factors: FactorReturns): YieldPaths => ({
  treasury: path(factors.get('rate') ?? new Float64Array(0), drift('rate'), seeds.yields.level),
  spread: path(factors.get('credit') ?? new Float64Array(0), drift('credit'), seeds.yields.spread),
})

const MILLIONTHS = 1e6

/** All curves up to a position, one row a tenor and year. */
export function* yieldRows(
  paths: YieldPaths,
  calendar: Calendar,
  until: number,
  fromYear: number,
): Generator<WorldRow> {
  const years = Int16Array.from(calendar.days, yearOf)
  for (const { curve, name } of seeds.yields.curves)
    for (const months of seeds.yields.months) {
      const term = seeds.yields.slope * Math.log(months / 60)
      const at = (t: number): number =>
        Math.max(0.0005, (paths.treasury[t] ?? 0) + term) + (curve === 'credit' ? (paths.spread[t] ?? 0) : 0)
      for (let start = 0; start <= until;) {
        const year = years[start] ?? 0
        let end = start
        while (end + 1 <= until && years[end + 1] === year) end++
        const positions = Array.from({ length: end - start + 1 }, (_, i) => start + i)
        const row: YieldChunk = {
          curve,
          name,
          months,
          year,
          days: positions.map((t, i) => (calendar.days[t] ?? 0) - (i === 0 ? 0 : (calendar.days[t - 1] ?? 0))),
          yields: positions.map(t => Math.round(at(t) * MILLIONTHS)),
        }
        if (year >= fromYear) yield { stream: 'yields', key: `${curve}|${months}|${year}`, tier: 0, row }
        start = end + 1
      }
    }
}
