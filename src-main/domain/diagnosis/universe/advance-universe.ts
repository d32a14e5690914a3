import type { BenchmarkTerms } from '../metrics/benchmark-terms.ts'
import { METRIC_SLOTS } from '../metrics/metric-slots.ts'
import { annualiseByDays } from './annualise-by-days.ts'
import { rankGroups } from './rank-groups.ts'
import { covers, windowTerms, type Universe, type UniverseInput, type UniverseWindow } from './rank-universe.ts'
import { extendPath, shortenPath } from './slide-path.ts'
import { extendStreaks, shortenStreaks } from './slide-streaks.ts'
import { slideSums } from './slide-sums.ts'
import { STATE_SLOTS } from './state-slots.ts'
import { insertTail, removeTail } from './tail-sets.ts'
import { beginFund, refillTails, type UniverseState } from './universe-state.ts'
import { writeFromState } from './write-from-state.ts'

/**
 * Moves a universe on to a later window: days are appended at its end and taken off its start, one after the other, and
 * only what they change is computed. The metrics equal those of a full measurement up to rounding (1e-9 of their size);
 * the state is changed in place. `input` holds the matrix and benchmarks with the new days.
 */
export function advanceUniverse(input: UniverseInput, state: UniverseState, window: UniverseWindow): Universe {
  const before = state.window
  if (window.from < before.from || window.to < before.to) throw new Error('a universe moves forward only')
  const { matrix, settings } = input
  const funds = matrix.codes.length
  const n = window.to - window.from
  const values = new Float64Array(funds * METRIC_SLOTS)
  const terms = input.benchmarks.map(levels => windowTerms(levels, window.from, n, settings))
  state.window = window
  for (let f = 0; f < funds; f++) {
    const covered = covers(matrix.values, f * matrix.stride + window.from, n)
    if (covered && state.live[f] === 1) moveFund(input, state, f, before, window)
    else if (covered) beginFund(input, state, f, NaN)
    else state.live[f] = 0
    const vector = values.subarray(f * METRIC_SLOTS, (f + 1) * METRIC_SLOTS)
    if (covered) write(input, state, f, terms[input.benchmarkOf[f] as number] ?? null, vector)
    else vector.fill(NaN)
  }
  if (input.actual365 === true) annualiseByDays(values, input, window)
  return { window, values, ...rankGroups(values, input) }
}

function moveFund(
  input: UniverseInput,
  state: UniverseState,
  fund: number,
  before: UniverseWindow,
  after: UniverseWindow,
): void {
  const { matrix, settings } = input
  const { values } = matrix
  const base = fund * matrix.stride
  const at = fund * STATE_SLOTS
  const levels = input.benchmarks[input.benchmarkOf[fund] as number]
  const { sums, low, high, path } = state
  for (let t = before.to + 1; t <= after.to; t++) {
    const r = (values[base + t] as number) / (values[base + t - 1] as number) - 1
    const b = levels === undefined ? NaN : (levels[t] as number) / (levels[t - 1] as number) - 1
    slideSums(sums, at, r, b, 1, settings)
    extendPath(sums, at, 1 + r, t)
    extendStreaks(sums, at, r)
    insertTail(low, fund, r)
    insertTail(high, fund, -r)
  }
  for (let t = before.from + 1; t <= after.from; t++) {
    const r = (values[base + t] as number) / (values[base + t - 1] as number) - 1
    const b = levels === undefined ? NaN : (levels[t] as number) / (levels[t - 1] as number) - 1
    slideSums(sums, at, r, b, -1, settings)
    shortenPath(sums, at, values, base, t - 1, after.to, path)
    shortenStreaks(sums, at, values, base, t - 1, after.to)
    removeTail(low, fund, r)
    removeTail(high, fund, -r)
  }
}

function write(
  input: UniverseInput,
  state: UniverseState,
  fund: number,
  terms: BenchmarkTerms | null,
  vector: Float64Array,
): void {
  const n = state.window.to - state.window.from
  const needed = Math.min(n, Math.max(Math.floor(0.05 * (n - 1)) + 2, n - Math.floor(0.95 * (n - 1))))
  if ((state.low.counts[fund] as number) < needed || (state.high.counts[fund] as number) < needed)
    refillTails(input, state, fund)
  writeFromState(input, state, fund, terms, vector)
}
