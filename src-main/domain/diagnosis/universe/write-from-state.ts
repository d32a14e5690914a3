import type { BenchmarkTerms } from '../metrics/benchmark-terms.ts'
import { writeMoments } from '../metrics/fill-moments.ts'
import { writePath } from '../metrics/fill-path.ts'
import { writeRelative, type SideSums } from '../metrics/fill-relative.ts'
import { SLOT } from '../metrics/metric-slots.ts'
import type { UniverseInput } from './rank-universe.ts'
import * as at from './state-slots.ts'
import type { UniverseState } from './universe-state.ts'

/** Writes the metric vector of a fund from its running sums. */
export function writeFromState(
  input: UniverseInput,
  state: UniverseState,
  fund: number,
  terms: BenchmarkTerms | null,
  out: Float64Array,
): void {
  out.fill(NaN)
  const n = state.window.to - state.window.from
  const base = fund * at.STATE_SLOTS
  const sum = (slot: number): number => state.sums[base + slot] as number
  moments(input, state, fund, n, sum, out)
  path(input, state, fund, n, sum, out)
  out[SLOT.winRate] = sum(at.WINS) / n
  out[SLOT.longestWinStreak] = sum(at.LONGEST_WIN)
  out[SLOT.longestLossStreak] = sum(at.LONGEST_LOSS)
  tails(state, fund, n, out)
  if (terms !== null) relative(input, n, sum, terms, out)
}

type Sum = (slot: number) => number

function moments(
  input: UniverseInput,
  state: UniverseState,
  fund: number,
  n: number,
  sum: Sum,
  out: Float64Array,
): void {
  const d = sum(at.S1) / n
  const [s2, s3, s4] = [sum(at.S2), sum(at.S3), sum(at.S4)]
  writeMoments(
    out,
    n,
    {
      mean: sum(at.SHIFT) + d,
      second: Math.max(0, s2 - n * d * d),
      third: s3 - 3 * d * s2 + 2 * n * d ** 3,
      fourth: s4 - 4 * d * s3 + 6 * d * d * s2 - 3 * n * d ** 4,
      below: Math.max(0, sum(at.BELOW)),
      gains: sum(at.GAINS),
      losses: sum(at.LOSSES),
      best: -(state.high.values[fund * state.high.capacity] as number),
      worst: state.low.values[fund * state.low.capacity] as number,
    },
    input.settings,
  )
}

function path(input: UniverseInput, state: UniverseState, fund: number, n: number, sum: Sum, out: Float64Array): void {
  const { values, stride } = input.matrix
  const { from, to } = state.window
  const floor = sum(at.FLOOR)
  const open = floor < 1 ? 1 : 0
  writePath(
    out,
    n,
    {
      wealth: (values[fund * stride + to] as number) / (values[fund * stride + from] as number),
      lowest: sum(at.LOWEST),
      sum: sum(at.SUM),
      sumSquares: sum(at.SUM_SQUARES),
      episodes: sum(at.EPISODES) + open,
      depths: sum(at.DEPTHS) + open * (1 - floor),
      lengths: sum(at.LENGTHS) + open * (to - sum(at.PEAK_AT)),
      recoveries: sum(at.RECOVERIES) + open * (to - sum(at.TROUGH_AT)),
    },
    input.settings.periodsPerYear,
  )
}

function tails(state: UniverseState, fund: number, n: number, out: Float64Array): void {
  const low = quantile(state.low.values, fund * state.low.capacity, 0.05 * (n - 1))
  // The 95 % quantile of the returns counted from the top of the negated ones.
  const high = -quantile(state.high.values, fund * state.high.capacity, n - 1 - 0.95 * (n - 1))
  const base = fund * state.low.capacity
  let sum = 0
  let count = 0
  while (count < (state.low.counts[fund] as number) && (state.low.values[base + count] as number) <= low)
    sum += state.low.values[base + count++] as number
  out[SLOT.valueAtRisk95] = -low
  out[SLOT.conditionalValueAtRisk95] = count > 0 ? -sum / count : NaN
  out[SLOT.tailRatio] = low === 0 ? NaN : Math.abs(high) / Math.abs(low)
}

function quantile(values: Float64Array, base: number, position: number): number {
  const k = Math.floor(position)
  const lower = values[base + k] as number
  const share = position - k
  return share === 0 ? lower : lower + share * ((values[base + k + 1] as number) - lower)
}

function relative(input: UniverseInput, n: number, sum: Sum, b: BenchmarkTerms, out: Float64Array): void {
  const free = input.settings.riskFreePerPeriod
  const d = sum(at.S1) / n
  const meanX = b.mean - free
  const q1 = sum(at.Q1)
  const side = (slot: number, part: BenchmarkTerms['bull']): SideSums => {
    const m = part.at.length
    const y = sum(slot) - m * d
    // From the excess of the benchmark and the shift back to deviations from both means.
    const xOfPart = part.x + m * meanX
    return { y, xy: sum(slot + 1) - d * xOfPart - meanX * y, growth: sum(slot + 2) }
  }
  writeRelative(
    out,
    b,
    {
      yy: Math.max(0, sum(at.S2) - n * d * d),
      xy: sum(at.PX) - meanX * sum(at.S1),
      zy: sum(at.PZ) - b.meanZ * sum(at.S1),
      hy: sum(at.PH) - b.meanH * sum(at.S1),
      difference: Math.max(0, sum(at.Q2) - (q1 * q1) / n),
      bull: side(at.BULL, b.bull),
      bear: side(at.BEAR, b.bear),
    },
    input.settings,
  )
}
