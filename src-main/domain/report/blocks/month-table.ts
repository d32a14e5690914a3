import { formatReturnPlain } from '../../../model/format/share.ts'
import type { Figure } from '../../../model/report/figure.ts'
import { el, joined } from '../markup/markup.ts'
import { PT, type Block } from './block.ts'
import { heading, HEADING_HEIGHT } from './text-blocks.ts'
import type { Writer } from './writer.ts'

/** Three classes each side at 0, 2 and 5 %. */
const heat = (value: number | null): string => {
  if (value === null || value === 0) return ''
  const size = Math.abs(value)
  return `${value > 0 ? 'up' : 'dn'}${size >= 0.05 ? 3 : size >= 0.02 ? 2 : 1}`
}

const grid = (
  years: readonly { readonly year: number; readonly months: readonly (number | null)[] }[],
  write: Writer,
): Block => ({
  body: el`<section>${heading(write.say('common.months'), write.say('common.classesAt025'))}<table class="mh"><thead><tr><th></th>${joined(Array.from({ length: 12 }, (_, m) => el`<th class="r">${m + 1}</th>`))}</tr></thead><tbody>${joined(
    years.map(
      y =>
        el`<tr><td>${y.year}</td>${joined(y.months.map(v => el`<td class="${heat(v)}">${v === null ? '' : formatReturnPlain(v)}</td>`))}</tr>`,
    ),
  )}</tbody></table></section>`,
  height: HEADING_HEIGHT + (years.length + 1) * (11 * PT + 1.6),
})

export const monthGrid = (
  years: readonly { readonly year: number; readonly months: readonly (number | null)[] }[],
  write: Writer,
): Block | null => (years.some(y => y.months.some(v => v !== null)) ? grid(years, write) : null)

/** The same from a list of months `YYYY-MM`, newest year first. */
export const monthTable = (
  months: readonly { readonly month: string; readonly account: Figure }[],
  write: Writer,
): Block | null => {
  const years = [...new Set(months.map(m => Number(m.month.slice(0, 4))))].toSorted((a, b) => b - a)
  const by = new Map(months.map(m => [m.month, m.account.value]))
  return monthGrid(
    years.map(year => ({
      year,
      months: Array.from({ length: 12 }, (_, m) => by.get(`${year}-${String(m + 1).padStart(2, '0')}`) ?? null),
    })),
    write,
  )
}
