import { LONGEST_LOSS, LONGEST_WIN, LOSS_RUN, WIN_RUN, WINS } from './state-slots.ts'

/** Counts one more return. */
export function extendStreaks(state: Float64Array, at: number, r: number): void {
  const win = r > 0 ? (state[at + WIN_RUN] as number) + 1 : 0
  const loss = r < 0 ? (state[at + LOSS_RUN] as number) + 1 : 0
  state[at + WINS] = (state[at + WINS] as number) + (r > 0 ? 1 : 0)
  state[at + WIN_RUN] = win
  state[at + LOSS_RUN] = loss
  if (win > (state[at + LONGEST_WIN] as number)) state[at + LONGEST_WIN] = win
  if (loss > (state[at + LONGEST_LOSS] as number)) state[at + LONGEST_LOSS] = loss
}

/** Counts all returns of a window anew. */
export function countStreaks(
  state: Float64Array,
  at: number,
  values: Float64Array,
  base: number,
  from: number,
  to: number,
): void {
  for (const slot of [WINS, WIN_RUN, LOSS_RUN, LONGEST_WIN, LONGEST_LOSS]) state[at + slot] = 0
  for (let t = from + 1; t <= to; t++)
    extendStreaks(state, at, (values[base + t] as number) / (values[base + t - 1] as number) - 1)
}

/** Takes the first return off; only when it begins a longest run must all be counted anew. */
export function shortenStreaks(
  state: Float64Array,
  at: number,
  values: Float64Array,
  base: number,
  from: number,
  to: number,
): void {
  const sign = signAt(values, base, from + 1)
  let run = 1
  while (from + run < to && signAt(values, base, from + run + 1) === sign) run++
  const longest = sign > 0 ? LONGEST_WIN : LONGEST_LOSS
  if (sign !== 0 && run === (state[at + longest] as number)) {
    countStreaks(state, at, values, base, from + 1, to)
    return
  }
  if (sign > 0) state[at + WINS] = (state[at + WINS] as number) - 1
}

function signAt(values: Float64Array, base: number, t: number): number {
  return Math.sign((values[base + t] as number) / (values[base + t - 1] as number) - 1)
}
