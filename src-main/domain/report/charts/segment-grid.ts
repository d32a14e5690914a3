import { el, joined, type Markup } from '../markup/markup.ts'
import { box, frame, label, svg, textWidth } from './svg.ts'

type GridData = {
  /** Rows from the highest tier down, columns from trading to allocation. */
  readonly tiers: readonly string[]
  readonly styles: readonly string[]
  readonly row: number | null
  readonly column: number | null
  readonly mark: string
}

/** Position of one client in the matrix of 5 tiers and 3 styles. */
export const segmentGrid = (data: GridData, width: number, title: string): Markup => {
  const margin = Math.max(44.5, ...data.tiers.map(tier => textWidth(tier) * 1.06 + 4))
  const cell = (width - margin) / data.styles.length
  const rows = data.tiers.map((tier, r) => {
    const y = 14.5 + r * 18
    const cells = data.styles.map((_, c) => {
      const here = r === data.row && c === data.column
      const x = margin + c * cell
      return here
        ? el`${box(x, y, cell - 2, 16, 'accent')}${label(x + cell / 2 - 1, y + 12, data.mark, 'w', 'middle')}`
        : frame(x, y, cell - 2, 16)
    })
    return el`${label(0, y + 12, tier, r === data.row ? 'k' : '')}${joined(cells)}`
  })
  // where the names do not fit above their columns, the client's own is enough
  const fit = data.styles.every(style => textWidth(style) * 1.06 < cell)
  const heads = data.styles.map((style, c) =>
    fit || c === data.column
      ? label(
          fit ? margin + c * cell + cell / 2 - 1 : margin + c * cell + (cell - 2) / 2 + (1 - c) * (cell / 4),
          9,
          style,
          c === data.column ? 'k' : '',
          'middle',
        )
      : null,
  )
  return svg(width, 106, title, el`${joined(heads)}${joined(rows)}`)
}
