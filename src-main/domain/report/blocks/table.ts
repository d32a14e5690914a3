import { el, joined, trusted, type Markup, type Part } from '../markup/markup.ts'
import { PT, type Block } from './block.ts'
import { heading, HEADING_HEIGHT } from './text-blocks.ts'

export type Column = {
  readonly head: Part
  /** mm; the columns without a width share the rest. */
  readonly width?: number
  readonly right?: boolean
}
export type Cell = Part | { readonly cell: Part; readonly tone: string }
export type Row = {
  readonly cells: readonly Cell[]
  readonly sum?: boolean
  /** Lines of text in its tallest cell. */ readonly lines?: number
}

type Look = {
  readonly padding?: number
  readonly className?: string
  /** Lines of the tallest head; heads of more than one may wrap. */
  readonly headLines?: number
  /** Height of a picture in the row, px. */ readonly picture?: number
}

const toned = (cell: Cell): { readonly part: Part; readonly tone: string } =>
  typeof cell === 'object' && cell !== null && 'tone' in cell
    ? { part: cell.cell, tone: cell.tone }
    : { part: cell, tone: '' }

/** The thinnest rule takes a whole CSS pixel of the layout. */
const RULE = 25.4 / 96
const headHeight = (look: Look): number => (look.headLines ?? 1) * 11 * PT + 2.2 + RULE

export const rowHeight = (row: Row, look: Look = {}): number =>
  Math.max((row.lines ?? 1) * 11 * PT, (look.picture ?? 0) * 0.2646 + 0.4) +
  2 * (look.padding ?? 1.15) +
  RULE +
  (row.sum === true ? 0.5 * PT : 0)

export const tableMarkup = (columns: readonly Column[], rows: readonly Row[], look: Look = {}): Markup => {
  const style =
    look.padding === undefined ? '' : ` style="padding-top:${look.padding}mm;padding-bottom:${look.padding}mm"`
  const cols = columns.map(
    c =>
      el`<col${trusted(c.width === undefined ? '' : ` style="width:${c.width}mm"`)}></col${trusted(c.width === undefined ? '' : ` style="width:${c.width}mm"`)}>`,
  )
  const wrap = (look.headLines ?? 1) > 1 ? ' wrap' : ''
  const heads = columns.map(c => el`<th scope="col" class="${c.right === true ? 'r' : ''}${wrap}">${c.head}</th>`)
  const lines = rows.map(
    row =>
      el`<tr${trusted(row.sum === true ? ' class="sum"' : '')}>${joined(
        row.cells.map((cell, i) => {
          const { part, tone } = toned(cell)
          const cls = `${columns[i]?.right === true ? 'r' : 'c'}${tone === '' ? '' : ` ${tone}`}`
          return el`<td class="${cls}" ${trusted(style)}>${part}</td>`
        }),
      )}</tr>`,
  )
  return el`<table class="${look.className ?? ''}"><colgroup>${joined(cols)}</colgroup><thead><tr>${joined(heads)}</tr></thead><tbody>${joined(lines)}</tbody></table>`
}

export const tableHeight = (rows: readonly Row[], look: Look = {}): number =>
  headHeight(look) + rows.reduce((sum, r) => sum + rowHeight(r, look), 0)

type TableText = { readonly title: string; readonly small: string; readonly continued: string }

/** Section with a table that may go on overleaf under a repeated head; no page begins or ends with fewer than two rows. */
export const tableBlock = (
  text: TableText,
  columns: readonly Column[],
  rows: readonly Row[],
  look: Look = {},
): Block => {
  const height = HEADING_HEIGHT + tableHeight(rows, look)
  return {
    body: el`<section>${heading(text.title, text.small)}${tableMarkup(columns, rows, look)}</section>`,
    height,
    split: room => {
      let used = HEADING_HEIGHT + headHeight(look)
      let fit = 0
      for (const row of rows) {
        used += rowHeight(row, look)
        if (used > room) break
        fit += 1
      }
      if (rows.length - fit === 1) fit -= 1
      if (fit < 3 || fit >= rows.length) return null
      const rest = { ...text, small: text.continued }
      return {
        head: tableBlock(text, columns, rows.slice(0, fit), look),
        rest: tableBlock(rest, columns, rows.slice(fit), look),
      }
    },
  }
}
