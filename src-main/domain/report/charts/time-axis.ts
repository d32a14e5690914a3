import { el, joined, type Markup } from '../markup/markup.ts'
import { at, dayOf, linear, type Point } from './geometry.ts'
import { label, line } from './svg.ts'

/** Plot area inside a picture, in px. */
export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export type TimeScale = {
  readonly x: (iso: string) => number
  /** Positions of the dates it was made of. */
  readonly xs: readonly number[]
  readonly from: string
  readonly to: string
}

export const timeScale = (dates: readonly string[], plot: Plot): TimeScale => {
  const from = dates[0] ?? '1970-01-01'
  const to = dates.at(-1) ?? from
  const map = linear(dayOf(from), dayOf(to), plot.left, plot.right)
  return { x: iso => map(dayOf(iso)), xs: dates.map(d => map(dayOf(d))), from, to }
}

/** First days of the years inside the window; of every second, fifth … year when they would touch; quarters of short windows. */
const marksOf = (scale: TimeScale, width: number): readonly { readonly iso: string; readonly text: string }[] => {
  const a = Number(scale.from.slice(0, 4))
  const b = Number(scale.to.slice(0, 4))
  const years = Array.from({ length: b - a }, (_, i) => a + 1 + i)
  if (years.length >= 2) {
    const step = [1, 2, 5, 10].find(s => (years.length / s) * 36 <= width) ?? 20
    return years.filter(y => step === 1 || y % step === 0).map(y => ({ iso: `${y}-01-01`, text: String(y) }))
  }
  const months = Array.from(
    { length: (b - a + 1) * 12 },
    (_, i) => `${a + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  )
  const inside = months.filter(m => `${m}-01` > scale.from && `${m}-01` <= scale.to)
  const step = [1, 3, 6].find(s => (inside.length / s) * 52 <= width) ?? 6
  return inside.filter(m => (Number(m.slice(5)) - 1) % step === 0).map(m => ({ iso: `${m}-01`, text: m }))
}

/** Vertical hairlines at the marks, and their labels under `labelY` (none when null). */
export const timeAxis = (scale: TimeScale, plot: Plot, labelY: number | null, lines = true): Markup =>
  joined(
    marksOf(scale, plot.right - plot.left).map(mark => {
      const x = scale.x(mark.iso)
      const rule = lines
        ? line(`M${at(x)} ${at(plot.top)}V${at(plot.bottom)}`, 'line', { width: 0.5 })
        : line(`M${at(x)} ${at(plot.bottom)}v3`, 'line2', { width: 0.5 })
      const fits = x + 30 < plot.right + 14
      return el`${rule}${labelY === null || !fits ? null : label(lines ? x + 4 : x, labelY, mark.text, '', lines ? 'start' : 'middle')}`
    }),
  )

/** Horizontal hairlines with their labels at the left; `base` is drawn stronger. */
export const valueAxis = (
  ticks: readonly number[],
  y: (v: number) => number,
  plot: Plot,
  text: (v: number) => string,
  base?: number,
): Markup =>
  joined(
    ticks.map(tick => {
      const strong = tick === base
      return el`${line(`M${at(plot.left)} ${at(y(tick))}H${at(plot.right)}`, strong ? 'line2' : 'line', { width: 0.5 })}${label(plot.left - 6, y(tick) + 3.5, text(tick), '', 'end')}`
    }),
  )

/** One value a date of the scale. */
export const pointsOf = (
  values: readonly (number | null)[],
  scale: TimeScale,
  y: (v: number) => number,
): readonly (Point | null)[] =>
  scale.xs.map((x, i) => {
    const v = values[i] ?? null
    return v === null ? null : ([x, y(v)] as const)
  })

/** Smallest and largest of the values, nulls left out; [0, 1] of nothing. */
export const extent = (...lists: readonly (readonly (number | null)[])[]): readonly [number, number] => {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const list of lists)
    for (const v of list) {
      if (v === null || !Number.isFinite(v)) continue
      if (v < low) low = v
      if (v > high) high = v
    }
  return low <= high ? [low, high] : [0, 1]
}
