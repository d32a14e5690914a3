/** Weights of the positions of one product by code; parts of one. */
export type PositionWeights = ReadonlyMap<string, number>

/**
 * Overlap of two portfolios `sum min(a_f, b_f)`: 0 for nothing in common, 1 for the same portfolio. Symmetric. Positions
 * that are not disclosed are taken as different, so it is a lower bound.
 */
export function fundOverlap(a: PositionWeights, b: PositionWeights): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  const shared: number[] = []
  for (const [code, weight] of small) {
    const other = large.get(code)
    if (other !== undefined) shared.push(Math.max(0, Math.min(weight, other)))
  }
  // Added from the smallest up, so that the sum does not depend on the order of the positions.
  return Math.min(
    1,
    shared.toSorted((x, y) => x - y).reduce((sum, weight) => sum + weight, 0),
  )
}
