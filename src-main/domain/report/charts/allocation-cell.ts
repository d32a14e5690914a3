import { el, joined, trusted, type Markup } from '../markup/markup.ts'
import { at, linear } from './geometry.ts'
import { box, label, line } from './svg.ts'

type Cell = {
  readonly share: number | null
  readonly target: number | null
  readonly from: number
  readonly to: number
  readonly outside: boolean
}

/** Ruler above the column of allocation cells, 0 to `top` (a fraction, whole tens). */
export const allocationRuler = (top: number, width: number): Markup => {
  const x = linear(0, top, 0, width - 14)
  const step = top > 0.7 ? 0.2 : 0.1
  const marks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step)
  return el`<svg width="${width}" height="10" aria-hidden="true">${joined(
    marks.map((m, i) => {
      const last = i === marks.length - 1
      return label(x(m), 9, `${Math.round(m * 100)}${last ? '%' : ''}`, '', i === 0 ? 'start' : 'middle')
    }),
  )}</svg>`
}

/** Share as a bar on its tolerance band with the target as a vertical mark; what must move is full accent. */
export const allocationCell = (cell: Cell, top: number, width: number): Markup => {
  const x = linear(0, top, 0, width - 14)
  const step = top > 0.7 ? 0.2 : 0.1
  const rules = Array.from({ length: Math.round(top / step) - 1 }, (_, i) => `M${at(x((i + 1) * step))} 0v15`).join('')
  const share = Math.min(top, Math.max(0, cell.share ?? 0))
  return el`<svg width="${width - 14}" height="15" aria-hidden="true">${line(rules, 'line', { width: 0.4 })}${cell.target === null ? null : box(x(Math.max(0, cell.from)), 0, x(cell.to) - x(Math.max(0, cell.from)), 15, 'band2')}${cell.share === null ? null : box(0, 4, Math.max(1, x(share)), 7, cell.outside ? 'c1' : 'c3')}${cell.target === null ? null : trusted(`<path d="M${at(x(cell.target))} 0v15" stroke="var(--ink)" stroke-width="1.4"/>`)}</svg>`
}
