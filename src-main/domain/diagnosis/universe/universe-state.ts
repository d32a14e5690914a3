import { METRIC_SLOTS, MEAN } from '../metrics/metric-slots.ts'
import { covers, type Universe, type UniverseInput, type UniverseWindow } from './rank-universe.ts'
import { slideSums } from './slide-sums.ts'
import { walkPath } from './slide-path.ts'
import { countStreaks } from './slide-streaks.ts'
import { BEAR, BULL, SHIFT, STATE_SLOTS } from './state-slots.ts'
import { fillTail, tailSets, type TailSets } from './tail-sets.ts'

/** Running sums of every fund over one window, to be moved on day by day; changed in place. */
export interface UniverseState {
  window: UniverseWindow
  readonly sums: Float64Array
  readonly low: TailSets
  /** Of the negated returns. */
  readonly high: TailSets
  /** 1 for funds that cover the window. */
  readonly live: Uint8Array
  readonly scratch: Float64Array
  readonly path: Float64Array
}

/** Begins the running sums of a measured universe. */
export function universeState(input: UniverseInput, universe: Universe): UniverseState {
  const { matrix } = input
  const funds = matrix.codes.length
  const { from, to } = universe.window
  const n = to - from
  const needed = Math.floor(0.05 * (n - 1)) + 3
  const state: UniverseState = {
    window: universe.window,
    sums: new Float64Array(funds * STATE_SLOTS),
    low: tailSets(funds, needed),
    high: tailSets(funds, needed),
    live: new Uint8Array(funds),
    scratch: new Float64Array(n + 1),
    path: new Float64Array(STATE_SLOTS),
  }
  for (let f = 0; f < funds; f++) beginFund(input, state, f, universe.values[f * METRIC_SLOTS + MEAN] as number)
  return state
}

/** Begins the sums of one fund over the window of the state; `mean` is that of its returns, about. */
export function beginFund(input: UniverseInput, state: UniverseState, fund: number, mean: number): void {
  const { matrix, settings } = input
  const { from, to } = state.window
  const base = fund * matrix.stride
  const at = fund * STATE_SLOTS
  const alive = covers(matrix.values, base + from, to - from)
  state.live[fund] = alive ? 1 : 0
  if (!alive) return
  state.sums.fill(0, at, at + STATE_SLOTS)
  state.sums[at + SHIFT] = Number.isNaN(mean) ? 0 : mean
  state.sums[at + BULL + 2] = 1
  state.sums[at + BEAR + 2] = 1
  const levels = input.benchmarks[input.benchmarkOf[fund] as number]
  for (let t = from + 1; t <= to; t++) {
    const r = (matrix.values[base + t] as number) / (matrix.values[base + t - 1] as number) - 1
    const b = levels === undefined ? NaN : (levels[t] as number) / (levels[t - 1] as number) - 1
    slideSums(state.sums, at, r, b, 1, settings)
  }
  walkPath(state.sums, at, matrix.values, base, from, to)
  countStreaks(state.sums, at, matrix.values, base, from, to)
  refillTails(input, state, fund)
}

/** Fills both tails of a fund from its returns. */
export function refillTails(input: UniverseInput, state: UniverseState, fund: number): void {
  const { matrix } = input
  const { from, to } = state.window
  const base = fund * matrix.stride
  const n = to - from
  const scratch = state.scratch.length >= n ? state.scratch : new Float64Array(n)
  for (const [sets, sign] of [
    [state.low, 1],
    [state.high, -1],
  ] as const) {
    for (let t = from + 1; t <= to; t++)
      scratch[t - from - 1] = sign * ((matrix.values[base + t] as number) / (matrix.values[base + t - 1] as number) - 1)
    fillTail(sets, fund, scratch, n)
  }
}
