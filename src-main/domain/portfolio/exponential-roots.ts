import { bracketedRoot } from './bracketed-root.ts'

/** Cells the bracket is cut into where several roots are possible. */
const CELLS = 512

/**
 * All real roots, ascending, of `f(x) = sum a_i exp(-t_i x)` with times ascending from 0 and no zero amount.
 * `changes` is the number of sign changes of the amounts: an upper bound of the number of roots (Descartes' rule for
 * exponential sums, Laguerre 1883), so that one change means exactly one root. With more, sign changes over a grid are
 * refined, and where |f| dips without one its minimum is examined: two roots may hide in one cell.
 */
export function exponentialRoots(amounts: Float64Array, times: Float64Array, changes: number): number[] {
  const n = amounts.length
  let total = 0
  for (let i = 0; i < n; i++) total += Math.abs(amounts[i] as number)
  const first = Math.abs(amounts[0] as number)
  const last = Math.abs(amounts[n - 1] as number)
  // Beyond these the first, respectively the last, amount outweighs all others together.
  const high = Math.log(total / first) / (times[1] as number) + 1e-9
  const low = -Math.log(total / last) / ((times[n - 1] as number) - (times[n - 2] as number)) - 1e-9
  const value = (x: number): number => {
    // The largest exponential is taken out: the sign stays, nothing overflows.
    const shift = x >= 0 ? 0 : (times[n - 1] as number)
    let sum = 0
    for (let i = 0; i < n; i++) sum += (amounts[i] as number) * Math.exp((shift - (times[i] as number)) * x)
    return sum
  }
  if (changes === 1) return [bracketedRoot(value, low, high)]
  return scan(value, low, high)
}

function scan(value: (x: number) => number, low: number, high: number): number[] {
  const roots: number[] = []
  const xs = gridOf(low, high)
  const fs = Float64Array.from(xs, value)
  for (let i = 0; i + 1 < xs.length; i++) {
    const a = fs[i] as number
    const b = fs[i + 1] as number
    if (a === 0) roots.push(xs[i] as number)
    else if (a > 0 !== b > 0 && b !== 0) roots.push(bracketedRoot(value, xs[i] as number, xs[i + 1] as number))
    else if (i > 0) {
      const before = fs[i - 1] as number
      if (before > 0 === a > 0 && Math.abs(a) <= Math.abs(before) && Math.abs(a) <= Math.abs(b))
        roots.push(...hiddenPair(value, xs[i - 1] as number, xs[i + 1] as number, Math.sign(a)))
    }
  }
  return roots.toSorted((a, b) => a - b)
}

/** Dense near zero, where rates of real accounts lie, and reaching both ends. */
function gridOf(low: number, high: number): Float64Array {
  const from = Math.asinh(low * 4)
  const step = (Math.asinh(high * 4) - from) / CELLS
  return Float64Array.from({ length: CELLS + 1 }, (_, i) => Math.sinh(from + i * step) / 4)
}

/** Two roots around a dip of |f| between `a` and `b`, by golden section; none when it stays on its side. */
function hiddenPair(value: (x: number) => number, a: number, b: number, sign: number): number[] {
  const golden = (Math.sqrt(5) - 1) / 2
  let lo = a
  let hi = b
  for (let k = 0; k < 80; k++) {
    const left = hi - golden * (hi - lo)
    const right = lo + golden * (hi - lo)
    const atLeft = value(left) * sign
    const atRight = value(right) * sign
    const dip = atLeft < atRight ? left : right
    if (Math.min(atLeft, atRight) <= 0) return [bracketedRoot(value, a, dip), bracketedRoot(value, dip, b)]
    if (atLeft < atRight) hi = right
    else lo = left
  }
  return []
}
