import type { ImportMapping } from '../../model/import/import-kind.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import type { BiText } from '../../model/text.ts'
import { isoDateOf } from './clean-date.ts'
import { scaledNumber } from './clean-number.ts'
import { isMissing, plain, readHeader, unguard } from './clean-text.ts'

/** Cells of one row by field, cleaned. What cannot be read is null and leaves a fault. */
export interface RowCells {
  readonly faults: readonly BiText[]
  has(field: string): boolean
  /** As written, guards off; empty for missing. */
  text(field: string): string
  /** Digits of a number that names something; what a spreadsheet rounded (`1.10101E+17`) is a fault. Undefined for missing. */
  digits(field: string): string | undefined
  date(field: string): string | null
  /** Integer of `10^-decimals`; several columns are added up. The unit of the head counts. */
  figure(field: string, decimals: number): number | null
  /** The value that the cell's word stands for: the whole cell, else the longest word in it. */
  word<T>(field: string, words: Readonly<Record<string, T>>): T | null
  fail(zh: string, en: string): null
}

/** Leaves a fault where a line's money is not in yuan: nothing is converted here. */
export const needYuan = (cells: RowCells, pack: ImportPack): void => {
  const currency = cells.text('currency')
  if (currency !== '' && !pack.yuan.includes(plain(currency).toLowerCase()))
    cells.fail(
      `币种“${currency}”不是人民币，请折算后再导入`,
      `the currency "${currency}" is not yuan: convert it first`,
    )
}

/** The longest word of the list that stands in the text. */
export const wordIn = <T>(text: string, words: Readonly<Record<string, T>>): T | null => {
  const own = plain(text).toLowerCase()
  if (Object.hasOwn(words, own)) return words[own] ?? null
  let found: string | null = null
  for (const word of Object.keys(words))
    if (word.length > 1 && own.includes(word) && word.length > (found?.length ?? 0)) found = word
  return found === null ? null : (words[found] ?? null)
}

export const cellReader = (
  header: readonly string[],
  { columns }: ImportMapping,
  pack: ImportPack,
): ((row: readonly string[]) => RowCells) => {
  // 万元 in the head moves the point before anything is rounded
  const places = header.map(cell => Math.round(Math.log10(readHeader(cell).factor)))
  const nameOf = (field: string): string => header[columns[field]?.[0] ?? -1]?.trim() ?? field
  return row => {
    const faults: BiText[] = []
    const filled = (field: string): readonly { readonly raw: string; readonly at: number }[] =>
      (columns[field] ?? []).flatMap(at => {
        const raw = row[at] ?? ''
        return isMissing(raw, pack) ? [] : [{ raw, at }]
      })
    const fail = (zh: string, en: string): null => {
      faults.push({ zh, en })
      return null
    }
    const text = (field: string): string => {
      const [cell] = filled(field)
      return cell === undefined ? '' : unguard(cell.raw)
    }
    return {
      faults,
      has: field => filled(field).length > 0,
      text,
      digits(field) {
        const cell = plain(text(field))
        if (cell === '') return undefined
        if (!/^\d(?:\.\d+)?e\+?\d+$/i.test(cell)) return cell
        fail(
          `${nameOf(field)}：“${cell}”被表格软件写坏了，请把该列设为文本后重新导出`,
          `${nameOf(field)}: "${cell}" was rounded by a spreadsheet: export the column as text`,
        )
        return undefined
      },
      date(field) {
        const cell = text(field)
        if (cell === '' || pack.openEnds.includes(plain(cell))) return null
        const date = isoDateOf(cell)
        if (date !== null || /^0+$/.test(cell)) return date
        return fail(`${nameOf(field)}：“${cell}”不是日期`, `${nameOf(field)}: "${cell}" is not a date`)
      },
      figure(field, decimals) {
        let sum: number | null = null
        for (const { raw, at } of filled(field)) {
          // `12.5万` under 总资产（万元） says its unit itself
          const own = /[万亿元]$/.test(plain(raw))
          const value = scaledNumber(raw, decimals + (own ? 0 : (places[at] ?? 0)))
          if (value === null)
            return fail(`${header[at]}：“${unguard(raw)}”不是数字`, `${header[at]}: "${unguard(raw)}" is not a number`)
          sum = (sum ?? 0) + value
        }
        return sum
      },
      word(field, words) {
        const cell = text(field)
        if (cell === '') return null
        const found = wordIn(cell, words)
        if (found !== null) return found
        return fail(`${nameOf(field)}：不认识“${cell}”`, `${nameOf(field)}: "${cell}" is not known`)
      },
      fail,
    }
  }
}
