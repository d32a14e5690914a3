import { formatNumber } from '../../../model/format/number.ts'
import { joined, el, type Markup } from '../markup/markup.ts'
import { box, label, svg } from './svg.ts'

export type StackPart = { readonly name: string; readonly colour: string; readonly dark: boolean }
export type StackRow = {
  readonly name: string
  /** Fractions in the order of the parts. */ readonly shares: readonly number[]
}

/** Ordered parts of one hue; the class without a colour of its own takes the grey of the tolerance. */
export const CLASS_COLOURS = [
  { colour: 'c4', dark: false },
  { colour: 'c2', dark: true },
  { colour: 'c1', dark: true },
  { colour: 'band2', dark: false },
  { colour: 'c3', dark: false },
] as const

const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2E80' ? 10 : 5.6), 0)

/** Stacked bars of 100 % with printed values, parts named below; negative parts do not stack and are left out. */
export const stackedBars = (
  rows: readonly StackRow[],
  parts: readonly StackPart[],
  width: number,
  name: string,
): Markup => {
  const margin = Math.max(...rows.map(r => widthOf(r.name))) + 12
  const full = width - margin - 2
  const bars = rows.map((row, r) => {
    const sum = row.shares.reduce((s, v) => s + Math.max(0, v), 0)
    let x = 0
    const cells = row.shares.map((share, i) => {
      const part = parts[i]
      const w = sum > 0 ? (Math.max(0, share) / sum) * full : 0
      const left = x
      x += w
      if (part === undefined || w <= 0) return null
      const value = share * 100
      const text = formatNumber(value, w > 26 && Math.abs(value - Math.round(value)) > 0.05 ? 1 : 0)
      return el`${box(left, r * 30, Math.max(0.6, w - 1), 22, part.colour)}${w > 14 ? label(left + w / 2, r * 30 + 14.8, text, part.dark ? 'w' : 'k', 'middle') : null}`
    })
    return el`${label(-margin, r * 30 + 14.8, row.name, 'i')}${joined(cells)}`
  })
  let x = 0
  let y = rows.length * 30 + 5
  const legend = parts.map(part => {
    const w = widthOf(part.name) + 18
    if (x + w > full && x > 0) {
      x = 0
      y += 13
    }
    const left = x
    x += w
    return el`${box(left, y, 7, 7, part.colour)}${label(left + 10, y + 6.8, part.name, '2')}`
  })
  return svg(width, y + 12, name, el`${joined(bars)}${joined(legend)}`, -margin)
}
