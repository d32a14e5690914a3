import type { Fund } from '../../../model/fund.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import type { IndexInput } from './fund-input.ts'

export interface BenchmarkLevels {
  /** Level at each of the fund's days, 1 at the first; aligned with them. NaN where an index does not reach back. */
  readonly levels: Float64Array
  readonly name: string
}

const UNSET = -2

/** The mix in force on a day: the newest with a start on or before it, the oldest one before that. */
export function mixOn(fund: Pick<Fund, 'benchmark'>, day: number): Fund['benchmark'][number] | undefined {
  const sorted = fund.benchmark.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.findLast(mix => dayNumber(mix.from) <= day) ?? sorted[0]
}

/**
 * The declared benchmark as dated weights of indices, rebalanced every exchange day and compounded onto the fund's days;
 * `null` without a declared mix or when an index of one is not known.
 */
export function benchmarkLevels(
  fund: Pick<Fund, 'benchmark'>,
  indices: ReadonlyMap<string, IndexInput>,
  calendar: Int32Array,
  days: Int32Array,
): BenchmarkLevels | null {
  const last = mixOn(fund, days.at(-1) ?? 0)
  if (last === undefined || last.parts.length === 0) return null
  const mixes = fund.benchmark
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(mix => ({
      from: dayNumber(mix.from),
      parts: mix.parts.map(part => ({ weight: part.weight, series: indices.get(part.index)?.series })),
    }))
  const start = lastAtOrBefore(calendar, days[0] ?? 0)
  const end = lastAtOrBefore(calendar, days.at(-1) ?? 0)
  const levels = new Float64Array(days.length).fill(NaN)
  let level = 1
  let at = 0
  let inForce = 0
  let validFrom = -Infinity
  const cursors = mixes.map(mix => mix.parts.map(() => UNSET))
  for (let t = start; t <= end; t++) {
    const day = calendar[t] as number
    while (inForce + 1 < mixes.length && (mixes[inForce + 1]?.from ?? Infinity) <= day) inForce++
    const parts = mixes[inForce]?.parts ?? []
    const cursor = cursors[inForce] ?? []
    let move = 0
    let ready = true
    for (let p = 0; p < parts.length; p++) {
      const part = parts[p]
      if (part?.series === undefined) return null
      const { days: indexDays, values } = part.series
      let now = cursor[p] as number
      if (now === UNSET) now = lastAtOrBefore(indexDays, calendar[t - 1] ?? day - 1)
      const before = now
      while (now + 1 < indexDays.length && (indexDays[now + 1] as number) <= day) now++
      cursor[p] = now
      if (now < 0) ready = false
      move += before < 0 ? NaN : part.weight * ((values[now] as number) / (values[before] as number) - 1)
    }
    if (t === start || Number.isNaN(move)) {
      // Before its first close an index has no return: levels begin anew behind the gap.
      level = 1
      validFrom = ready ? day : day + 1
    } else level *= 1 + move
    if (days[at] === day) levels[at++] = level
  }
  const name = last.parts
    .map(part => `${indices.get(part.index)?.name ?? part.index} × ${Math.round(part.weight * 1000) / 10}%`)
    .join(' + ')
  return { levels: levels.map((value, i) => ((days[i] as number) < validFrom ? NaN : value)), name }
}
