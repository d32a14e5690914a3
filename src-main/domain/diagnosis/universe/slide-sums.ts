import type { KernelSettings } from '../metrics/kernel-settings.ts'
import { BEAR, BELOW, BULL, GAINS, LOSSES, PH, PX, PZ, Q1, Q2, S1, S2, S3, S4, SHIFT } from './state-slots.ts'

/** Adds (`sign` 1) or takes away (-1) one return and that of the benchmark, NaN for none, in the sums of a fund. */
export function slideSums(
  state: Float64Array,
  at: number,
  r: number,
  b: number,
  sign: 1 | -1,
  settings: KernelSettings,
): void {
  const y = r - (state[at + SHIFT] as number)
  const y2 = y * y
  add(state, at + S1, sign * y)
  add(state, at + S2, sign * y2)
  add(state, at + S3, sign * y2 * y)
  add(state, at + S4, sign * y2 * y2)
  const over = r - settings.requiredReturnPerPeriod
  if (over < 0) {
    add(state, at + BELOW, sign * over * over)
    add(state, at + LOSSES, -sign * over)
  } else add(state, at + GAINS, sign * over)
  if (Number.isNaN(b)) return
  const x = b - settings.riskFreePerPeriod
  add(state, at + PX, sign * x * y)
  add(state, at + PZ, sign * x * x * y)
  if (x < 0) add(state, at + PH, -sign * x * y)
  const apart = r - b
  add(state, at + Q1, sign * apart)
  add(state, at + Q2, sign * apart * apart)
  if (b === 0) return
  const side = at + (b > 0 ? BULL : BEAR)
  add(state, side, sign * y)
  add(state, side + 1, sign * x * y)
  const growth = state[side + 2] as number
  state[side + 2] = sign === 1 ? growth * (1 + r) : growth / (1 + r)
}

function add(state: Float64Array, at: number, value: number): void {
  state[at] = (state[at] as number) + value
}
