import { el, joined, type Markup } from '../markup/markup.ts'
import { box, frame, label, svg } from './svg.ts'

export type HeatCell = { readonly count: string; readonly under: string; readonly share: number }
type HeatData = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Row by row; `share` of the largest cell chooses the class, five of one hue. */
  readonly cells: readonly (readonly HeatCell[])[]
}

const classOf = (share: number): number => (share <= 0 ? 0 : Math.min(4, 1 + Math.floor(share * 4)))

/** The matrix with count and assets printed in every cell. */
export const segmentHeat = (data: HeatData, width: number, title: string): Markup => {
  const margin = 54
  const cell = (width - margin) / Math.max(1, data.columns.length)
  const rows = data.rows.map((row, r) => {
    const y = 16 + r * 38
    const cells = (data.cells[r] ?? []).map((c, i) => {
      const x = margin + i * cell
      const heat = classOf(c.share)
      const dark = heat === 4
      const ground = heat === 0 ? frame(x, y, cell - 3, 35, 'line') : box(x, y, cell - 2, 36, `k${heat + 1}`)
      return el`${ground}${label(x + 8, y + 15, c.count, dark ? 'w' : 'k')}${label(x + 8, y + 28, c.under, dark ? 'w' : 'i')}`
    })
    return el`${label(0, y + 21, row, 'i')}${joined(cells)}`
  })
  const heads = data.columns.map((c, i) => label(margin + i * cell + 8, 10, c, '2'))
  return svg(width, 16 + data.rows.length * 38, title, el`${joined(heads)}${joined(rows)}`)
}
