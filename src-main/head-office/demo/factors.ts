import type { Calendar } from './calendar.ts'
import { epochDay } from './days.ts'
import { makeRandom } from './random.ts'
import { seeds } from './seeds.ts'

/** Daily log returns of every factor along the calendar. */
export type FactorReturns = ReadonlyMap<string, Float64Array>

/**
 * Fat-tailed daily returns; inside a regime the noise is de-meaned so that the factor's total over the window
 * is the stated one exactly, whatever the seed.
 */
export const makeFactorReturns = (seed: number, calendar: Calendar): FactorReturns => {
  const n = calendar.days.length
  const scale = new Float64Array(n).fill(1)
  const windows = seeds.factors.regimes
    .map(r => ({ ...r, start: calendar.at(epochDay(r.from) - 1) + 1, end: calendar.at(epochDay(r.to)) }))
    .filter(r => r.end >= r.start && r.end >= 0)
  for (const w of windows) scale.fill(w.vol, w.start, w.end + 1)
  const out = new Map<string, Float64Array>()
  for (const factor of seeds.factors.factors) {
    const random = makeRandom(seed, `factor/${factor.id}`)
    const returns = new Float64Array(n)
    const daily = factor.vol / Math.sqrt(243)
    for (let t = 0; t < n; t++) {
      const shock = random.normal() * (random.chance(0.06) ? 1.9 : 0.88)
      returns[t] = factor.drift / 243 - (daily * daily) / 2 + daily * shock * (scale[t] ?? 1)
    }
    for (const w of windows) {
      const total = w.total[factor.id]
      if (total === undefined) continue
      let sum = 0
      for (let t = w.start; t <= w.end; t++) sum += returns[t] ?? 0
      const shift = (Math.log1p(total) - sum) / (w.end - w.start + 1)
      for (let t = w.start; t <= w.end; t++) returns[t] = (returns[t] ?? 0) + shift
    }
    out.set(factor.id, returns)
  }
  return out
}

/** Log returns of a portfolio of factors with a constant carry and its own noise, per exchange day from `from`. */
export const combine = (
  factors: FactorReturns,
  loads: ReadonlyMap<string, number>,
  perYear: number,
  from: number,
  length: number,
  noise: (() => number) | null,
): Float64Array => {
  const out = new Float64Array(length).fill(perYear / 243)
  for (const [id, load] of loads) {
    const series = factors.get(id)
    if (series === undefined) throw new Error(`unknown factor ${id}`)
    for (let t = 0; t < length; t++) out[t] = (out[t] ?? 0) + load * (series[from + t] ?? 0)
  }
  if (noise !== null) for (let t = 0; t < length; t++) out[t] = (out[t] ?? 0) + noise()
  return out
}
