import { formatSigned } from '../../../model/format/number.ts'
import { el, joined, type Markup } from '../markup/markup.ts'
import { at, digitsOf, linear, roundTicks } from './geometry.ts'
import { box, label, line, svg, textWidth } from './svg.ts'
import { extent } from './time-axis.ts'

export type YearPair = { readonly name: string; readonly subject: number | null; readonly other: number | null }

/** Pairs of columns from one zero line, percent printed at each; a missing column prints "—". */
export const yearBars = (years: readonly YearPair[], width: number, title: string, height = 100): Markup => {
  const plot = { left: 30, right: width - 4, top: 12, bottom: height - 22 }
  const [low, high] = extent(
    years.flatMap(y => [y.subject, y.other]),
    [0],
  )
  const ticks = roundTicks(low * 100, high * 100, 4)
  const span = Math.max(0.5, (high - low) * 100)
  // the figure of a loss stands under its column, that of a gain over it
  const y = linear(low * 100 - span * (low < 0 ? 0.2 : 0.02), high * 100 + span * 0.06, plot.bottom - 6, plot.top)
  const slot = (plot.right - plot.left) / Math.max(1, years.length)
  const bar = Math.min(26, slot / 2 - 6)
  const column = (value: number | null, x: number, colour: string, tone: 'k' | '2') => {
    if (value === null) return label(x + bar / 2, y(0) - 3, '—', '', 'middle')
    const v = value * 100
    const top = Math.min(y(0), y(v))
    const size = Math.max(0.6, Math.abs(y(v) - y(0)))
    const text = formatSigned(v, slot < 48 ? 0 : 1)
    // figures wider than their columns grow away from each other
    const wide = textWidth(text) * 1.08 > bar + 2
    const place = wide ? (tone === 'k' ? x + bar + 1 : x - 1) : x + bar / 2
    const anchor = wide ? (tone === 'k' ? 'end' : 'start') : 'middle'
    return el`${box(x, top, bar, size, colour)}${label(place, v < 0 ? top + size + 9 : top - 3, text, tone, anchor)}`
  }
  const body = years.map((year, i) => {
    const left = plot.left + i * slot + slot / 2 - bar - 2
    return el`${column(year.subject, left, 'c1', 'k')}${column(year.other, left + bar + 4, 'c4', '2')}${label(plot.left + i * slot + slot / 2, height - 3, year.name, '2', 'middle')}`
  })
  const grid = ticks
    .filter(t => y(t) >= plot.top - 4 && y(t) <= plot.bottom)
    .map(
      t =>
        el`${line(`M${at(plot.left - 4)} ${at(y(t))}H${at(plot.right)}`, t === 0 ? 'line2' : 'line', { width: 0.5 })}${label(plot.left - 9, y(t) + 3.5, formatSigned(t, digitsOf(ticks)), '', 'end')}`,
    )
  return svg(width, height, title, el`${joined(grid)}${joined(body)}`)
}
