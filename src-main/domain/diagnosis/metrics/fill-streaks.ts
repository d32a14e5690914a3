import { SLOT } from './metric-slots.ts'

/** Half of a double that carries its sign: 1 on little-endian machines. */
const HIGH = (new Int32Array(Float64Array.of(-1).buffer)[1] as number) < 0 ? 1 : 0

/**
 * Writes the share of returns above 0 and the longest runs above and below it. Signs are read from the bits: a branch on
 * the sign of a return is mispredicted every other time and would cost more than all the rest.
 */
export function fillStreaks(out: Float64Array, r: Float64Array, n: number): void {
  const bits = new Int32Array(r.buffer, r.byteOffset, 2 * n)
  let wins = 0
  let winRun = 0
  let lossRun = 0
  let longestWin = 0
  let longestLoss = 0
  for (let i = 0; i < n; i++) {
    const high = bits[2 * i + HIGH] as number
    const low = bits[2 * i + 1 - HIGH] as number
    const moved = ((high << 1) | low) === 0 ? 0 : 1
    const negative = (high >>> 31) & moved
    const positive = moved & ~negative
    wins += positive
    winRun = (winRun + 1) & -positive
    lossRun = (lossRun + 1) & -negative
    longestWin = winRun > longestWin ? winRun : longestWin
    longestLoss = lossRun > longestLoss ? lossRun : longestLoss
  }
  out[SLOT.winRate] = wins / n
  out[SLOT.longestWinStreak] = longestWin
  out[SLOT.longestLossStreak] = longestLoss
}
