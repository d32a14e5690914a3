/** Coordinate with one decimal, as short as possible. */
export const at = (n: number): string => String(Math.round(n * 10) / 10)

/** Linear map of `[from, to]` onto `[start, end]`; an empty domain maps to the middle. */
export const linear =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start)

/** Round steps (1, 2, 2.5, 5 x 10^k) that cover `[min, max]` with about `count` ticks. */
export const roundTicks = (min: number, max: number, count = 5): readonly number[] => {
  const span = max - min
  if (!(span > 0) || !Number.isFinite(span)) return [min]
  const raw = span / Math.max(1, count - 1)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 2.5, 5, 10].find(m => m * power >= raw * 0.999) ?? 10) * power
  const first = Math.floor(min / step + 1e-9)
  const last = Math.ceil(max / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** Decimals that tell all ticks apart, at most four. */
export const digitsOf = (ticks: readonly number[]): number =>
  [0, 1, 2, 3].find(d => ticks.every(t => Math.abs(t * 10 ** d - Math.round(t * 10 ** d)) < 1e-6)) ?? 4

export type Point = readonly [x: number, y: number]

/** Path through points; a null opens a gap. */
export const linePath = (points: readonly (Point | null)[]): string => {
  let open = false
  let path = ''
  for (const p of points) {
    if (p === null) {
      open = false
      continue
    }
    path += `${open ? 'L' : 'M'}${at(p[0])} ${at(p[1])}`
    open = true
  }
  return path
}

/** Closed band between an upper and a lower line of the same x positions; points where either is missing are left out. */
export const bandPath = (upper: readonly (Point | null)[], lower: readonly (Point | null)[]): string => {
  const both = upper.flatMap((u, i) => {
    const l = lower[i] ?? null
    return u === null || l === null ? [] : [{ u, l }]
  })
  if (both.length < 2) return ''
  return `${linePath(both.map(b => b.u))}${linePath(both.map(b => b.l).toReversed()).replace('M', 'L')}Z`
}

/** Days since 1970-01-01 of an ISO date, for a time axis. */
export const dayOf = (iso: string): number =>
  Math.round(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / 86_400_000)

/** Labels in one column pushed apart to at least `gap`, kept within `[top, bottom]` as far as they fit. */
export const spread = (wanted: readonly number[], gap: number, top: number, bottom: number): readonly number[] => {
  const order = wanted.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y)
  let floor = top
  for (const label of order) {
    label.y = Math.max(label.y, floor)
    floor = label.y + gap
  }
  let ceiling = bottom
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, ceiling)
    ceiling = label.y - gap
  }
  const out: number[] = Array.from({ length: wanted.length }, () => 0)
  for (const label of order) out[label.i] = label.y
  return out
}
