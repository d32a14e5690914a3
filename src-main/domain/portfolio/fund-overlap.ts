/** Weights of the positions of one product by code; parts of one. */
export type PositionWeights = ReadonlyMap<string, number>

/**
 * Overlap of two portfolios `sum min(a_f, b_f)`: 0 for nothing in common, 1 for the same portfolio. Symmetric. Positions
 * that are not disclosed are taken as different, so it is a lower bound.
 */
export function fundOverlap(a: PositionWeights, b: PositionWeights): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [code, weight] of small) {
    const other = large.get(code)
    if (other !== undefined) sum += Math.max(0, Math.min(weight, other))
  }
  return Math.min(1, sum)
}
