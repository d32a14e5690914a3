import { solveLinear } from './solve-linear.ts'

type Matrix = readonly (readonly number[])[]

/**
 * The weights `w >= 0, sum w = 1` that minimise `w'Cw - 2 c'w` for a positive semidefinite `C` (k x k), by a primal
 * active set: from the best single vertex, solve on the free set with the sum as the only constraint, walk until a weight
 * reaches 0, free the bound whose multiplier improves most; finite for convex problems (Lawson and Hanson 1974, with
 * the equality). A ridge of 1e-12 of the trace decides between styles that are copies of each other.
 */
export function simplexLeastSquares(covariance: Matrix, cross: readonly number[]): number[] {
  const k = cross.length
  const trace = covariance.reduce((sum, row, i) => sum + (row[i] ?? 0), 0)
  const ridge = 1e-12 * (trace > 0 ? trace / k : 1)
  const quadratic = covariance.map((row, i) => row.map((c, j) => (i === j ? c + ridge : c)))
  const alone = (i: number): number => (quadratic[i]?.[i] ?? 0) - 2 * (cross[i] ?? 0)
  let best = 0
  for (let i = 1; i < k; i++) if (alone(i) < alone(best)) best = i
  let free = [best]
  let w: number[] = cross.map((_, i) => (i === best ? 1 : 0))
  for (let step = 0; step < 50 * (k + 1); step++) {
    const target = onFreeSet(quadratic, cross, free)
    if (target === null) return w
    const blocked = free.filter(i => (target[i] ?? 0) < 0)
    if (blocked.length > 0) {
      const share = Math.min(...blocked.map(i => (w[i] ?? 0) / ((w[i] ?? 0) - (target[i] ?? 0))))
      const moved = w.map((v, i) => v + share * ((target[i] ?? 0) - v))
      const out = blocked.reduce((a, b) => ((moved[b] ?? 0) < (moved[a] ?? 0) ? b : a))
      w = moved.map((v, i) => (i === out || v < 0 ? 0 : v))
      free = free.filter(i => i !== out)
      continue
    }
    w = target
    const gradient = quadratic.map((row, i) => row.reduce((sum, c, j) => sum + c * (w[j] ?? 0), 0) - (cross[i] ?? 0))
    const level = free.reduce((sum, i) => sum + (gradient[i] ?? 0), 0) / free.length
    const tolerance = 1e-13 * (trace + Math.max(...cross.map(Math.abs)))
    const entering = gradient
      .map((g, i) => ({ i, gain: level - g }))
      .filter(({ i, gain }) => !free.includes(i) && gain > tolerance)
      .toSorted((a, b) => b.gain - a.gain)[0]
    if (entering === undefined) return w
    free = [...free, entering.i]
  }
  return w
}

/** The minimum with the sum as the only constraint, other weights 0: a bordered linear system. */
function onFreeSet(quadratic: Matrix, cross: readonly number[], free: readonly number[]): number[] | null {
  // The border is scaled to the matrix, or pivoting would see a tiny covariance as singular.
  const scale = Math.max(...free.map(i => quadratic[i]?.[i] ?? 0), Number.MIN_VALUE)
  const rows = free.map(i => [...free.map(j => quadratic[i]?.[j] ?? 0), scale])
  rows.push([...free.map(() => scale), 0])
  const solved = solveLinear(rows, [...free.map(i => cross[i] ?? 0), scale])
  if (solved === null) return null
  const w = cross.map(() => 0)
  free.forEach((i, position) => {
    w[i] = solved[position] ?? 0
  })
  return w
}
