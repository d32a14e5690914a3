/**
 * Whole numbers in proportion to `parts` that sum exactly to `total` (Hamilton's method of largest remainders; ties go
 * to the earlier part). `parts` are finite and all of one sign or zero; when they sum to zero every result is zero.
 */
export function largestRemainder(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((a, b) => a + b, 0)
  if (sum === 0) return parts.map(() => 0)
  const exact = parts.map(p => (p / sum) * total)
  const whole = exact.map(x => Math.floor(x))
  const missing = Math.round(total - whole.reduce((a, b) => a + b, 0))
  const order = exact
    .map((x, i) => ({ i, rest: x - Math.floor(x) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, Math.max(0, missing))
  for (const { i } of order) whole[i] = (whole[i] ?? 0) + 1
  return whole
}

/** Shares of `parts` in their sum, each a whole number of `1/steps` (1000: one decimal of a percent), adding up to exactly one. */
export function sharesThatAddUp(parts: readonly number[], steps = 1000): number[] {
  return largestRemainder(parts, steps).map(n => n / steps)
}
