/** Most points of a chart line. */
const MOST = 320

/** Positions from `from` to `to`, both included, thinned evenly to at most a few hundred. */
export function samplePositions(from: number, to: number, most: number = MOST): Int32Array {
  const n = to - from + 1
  if (n <= 0) return new Int32Array(0)
  if (n <= most) return Int32Array.from({ length: n }, (_, i) => from + i)
  return Int32Array.from({ length: most }, (_, i) => from + Math.round((i * (n - 1)) / (most - 1)))
}

/** Position of the smallest value, the first of equals; -1 of nothing. */
export const lowestOf = (values: Float64Array): number =>
  values.reduce((best, v, i) => (best < 0 || v < (values[best] ?? 0) ? i : best), -1)

/** The positions and one more, in their order: what a picture names must be in it. */
export const withPosition = (positions: Int32Array, one: number): Int32Array =>
  one < 0 || positions.includes(one) ? positions : Int32Array.from([...positions, one]).toSorted()

/** Chart values keep six digits: enough for any picture, and the same text on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
