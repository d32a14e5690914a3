import { el, joined, type Markup } from '../markup/markup.ts'
import { spread } from './geometry.ts'
import { box, frame, label, svg } from './svg.ts'

export type Standing = {
  readonly date: string
  readonly quartile: number
  readonly rank: number
  readonly peers: number
}

/** Quartile among peers at each quarter end: four squares a column, one filled; rank and count under it where they fit. */
export const standingSquares = (items: readonly Standing[], width: number, title: string): Markup => {
  const margin = 40
  const slot = Math.min(38, (width - margin) / Math.max(1, items.length))
  const names = ['1', '2', '3', '4']
  const columns = items.map((item, i) => {
    const x = margin + i * slot
    const squares = names.map((_, q) =>
      q + 1 === item.quartile ? box(x + 2, q * 12, slot - 4, 10, 'c1') : frame(x + 2, q * 12, slot - 4, 10, 'line'),
    )
    const year = item.date.slice(5, 7) === '12' || i === 0 ? label(x + 2, 60, item.date.slice(0, 7)) : null
    return el`${joined(squares)}${year}`
  })
  return svg(
    width,
    64,
    title,
    el`${joined(names.map((n, q) => label(margin - 8, q * 12 + 8.5, `Q${n}`, '', 'end')))}${joined(columns)}`,
  )
}

/** A share that can be seen. */
const SEEN = 0.0005

export type StackColumn = { readonly name: string; readonly shares: readonly number[] }

/** Stacked columns over time, ordered parts of one hue; the newest values are printed at the right edge. */
export const stackedColumns = (
  columns: readonly StackColumn[],
  colours: readonly string[],
  labels: readonly string[],
  width: number,
  height: number,
  title: string,
): Markup => {
  const right = 110
  const slot = (width - right) / Math.max(1, columns.length)
  const plotHeight = height - 16
  const body = columns.map((column, i) => {
    const sum = column.shares.reduce((s, v) => s + Math.max(0, v), 0)
    let y = plotHeight
    const parts = column.shares.map((share, p) => {
      const size = sum > 0 ? (Math.max(0, share) / sum) * plotHeight : 0
      y -= size
      return size > 0.05
        ? box(i * slot, y, Math.max(0.5, slot - (slot > 6 ? 1.5 : 0)), size, colours[p] ?? 'band2')
        : null
    })
    const every = Math.max(1, Math.ceil(44 / slot))
    return el`${joined(parts)}${i % every === 0 && (i + 1) * slot < width - right + 30 ? label(i * slot, height - 3, column.name) : null}`
  })
  const last = columns.at(-1)
  const sum = last === undefined ? 0 : last.shares.reduce((s, v) => s + Math.max(0, v), 0)
  // what is nowhere in the picture needs no name
  const told = labels.flatMap((name, p) => (columns.some(c => (c.shares[p] ?? 0) >= SEEN) ? [{ name, p }] : []))
  let top = plotHeight
  const middles = labels.map((_, p) => {
    const size = sum > 0 ? (Math.max(0, last?.shares[p] ?? 0) / sum) * plotHeight : 0
    top -= size
    // parts of no height keep their order
    return top + size / 2 + 3.5 - p / 100
  })
  const places = spread(
    told.map(({ p }) => middles[p] ?? 0),
    11,
    8,
    plotHeight,
  )
  const names = told.map(({ name, p }, i) => {
    const y = places[i] ?? 0
    return el`${box(width - right + 8, y - 6.5, 7, 7, colours[p] ?? 'band2')}${label(width - right + 19, y, name, '2')}`
  })
  return svg(width, height, title, el`${joined(body)}${joined(names)}`)
}
