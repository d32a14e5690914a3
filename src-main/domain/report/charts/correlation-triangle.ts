import { formatNumber } from '../../../model/format/number.ts'
import { el, joined, type Markup } from '../markup/markup.ts'
import { box, frame, label, svg } from './svg.ts'

/** Five classes by the printed thresholds; white text on the darkest only. */
export const correlationClass = (value: number): 0 | 1 | 2 | 3 | 4 =>
  value >= 0.8 ? 4 : value >= 0.6 ? 3 : value >= 0.4 ? 2 : value >= 0.2 ? 1 : 0

/** Lower triangle with every value printed. A missing pair prints "—". */
export const correlationTriangle = (
  names: readonly string[],
  values: readonly (readonly (number | null)[])[],
  width: number,
  title: string,
): Markup => {
  const margin = 136
  const cell = Math.min(29, (width - margin) / Math.max(1, names.length))
  const height = 20.2
  const rows = names.map((name, r) => {
    const y = r * height
    const cells = names.slice(0, r).map((_, c) => {
      const value = values[r]?.[c] ?? null
      const heat = value === null ? 0 : correlationClass(value)
      const x = margin + c * cell
      const ground =
        heat === 0 ? frame(x, y, cell - 1, height - 1, 'line') : box(x, y, cell - 0.6, height - 0.6, `k${heat + 1}`)
      return el`${ground}${label(x + cell / 2 - 0.5, y + 13.4, formatNumber(value), heat === 4 ? 'w' : heat === 3 ? 'k' : 'i', 'middle')}`
    })
    const own = margin + r * cell
    return el`${label(13.5, y + 13.4, String(r + 1), '', 'end')}${label(19, y + 13.4, name, 'i')}${joined(cells)}${frame(own, y, cell - 1, height - 1)}${label(own + cell / 2 - 0.5, y + 13.4, String(r + 1), '', 'middle')}`
  })
  return svg(width, names.length * height + 1, title, joined(rows))
}

/** Key of the five classes. */
export const correlationKey = (below: string, above: string): Markup =>
  el`<p class="note lg"><i class="k1"></i>${below} 0.2<i class="k2"></i>0.2<i class="k3"></i>0.4<i class="k4"></i>0.6<i class="k5"></i>0.8${above}</p>`
