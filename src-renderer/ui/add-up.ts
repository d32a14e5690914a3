/** Shares in units of 10^-digits percent that add up to 100 (largest remainder). */
export const sharesThatAdd = (values: readonly number[], digits = 1): readonly number[] => {
  const total = values.reduce((a, b) => a + b, 0)
  const unit = 10 ** digits
  if (total <= 0) return values.map(() => 0)
  const exact = values.map(v => (v / total) * 100 * unit)
  const floor = exact.map(Math.floor)
  const missing = 100 * unit - floor.reduce((a, b) => a + b, 0)
  const order = exact.map((v, i) => ({ i, rest: v - Math.floor(v) })).toSorted((a, b) => b.rest - a.rest)
  const lifted = new Set(order.slice(0, missing).map(o => o.i))
  return floor.map((v, i) => (v + (lifted.has(i) ? 1 : 0)) / (100 * unit))
}

/** `<0.1%` for a part that is there but rounds to nothing. */
export const shareText = (share: number, isThere: boolean, format: (n: number) => string): string =>
  share === 0 && isThere ? `<${format(0.001)}` : format(share)
