/**
 * Rounds numbers of any sign to whole ones whose sum is the rounded sum (largest remainders; ties go to the earlier one),
 * so that a printed column adds up. Each differs from its exact value by less than one.
 */
export function roundTogether(parts: readonly number[]): number[] {
  const whole = parts.map(p => Math.floor(p))
  const missing = Math.round(parts.reduce((a, b) => a + b, 0)) - whole.reduce((a, b) => a + b, 0)
  const order = parts
    .map((p, i) => ({ i, rest: p - Math.floor(p) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, Math.max(0, missing))
  for (const { i } of order) whole[i] = (whole[i] ?? 0) + 1
  return whole.map(w => (w === 0 ? 0 : w))
}
