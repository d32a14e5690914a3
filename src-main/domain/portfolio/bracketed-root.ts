/**
 * The root of a continuous function between two points of opposite sign (or zero): secant steps that
 * fall back to bisection, so that it always converges. Throws when the signs are equal.
 */
export function bracketedRoot(f: (x: number) => number, from: number, to: number): number {
  let a = from
  let b = to
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0) throw new Error('bracketedRoot needs opposite signs at its ends')
  let width = Math.abs(b - a)
  for (let k = 0; k < 300; k++) {
    const secant = b - (fb * (b - a)) / (fb - fa)
    const middle = a + (b - a) / 2
    const slow = Math.abs(b - a) > width / 2
    // Secant while it halves the bracket in every other step, bisection else.
    const x = k % 3 === 2 || slow || !(secant > Math.min(a, b) && secant < Math.max(a, b)) ? middle : secant
    if (k % 2 === 1) width = Math.abs(b - a)
    const fx = f(x)
    if (fx === 0 || Math.abs(b - a) <= 4 * Number.EPSILON * Math.max(1, Math.abs(x))) return x
    if (fx > 0 === fa > 0) {
      a = x
      fa = fx
    } else {
      b = x
      fb = fx
    }
  }
  return a + (b - a) / 2
}
