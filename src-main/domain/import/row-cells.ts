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
  const factors = header.map(cell => readHeader(cell).factor)
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
          const value = scaledNumber(raw, decimals)
          if (value === null)
            return fail(`${header[at]}：“${unguard(raw)}”不是数字`, `${header[at]}: "${unguard(raw)}" is not a number`)
          sum = (sum ?? 0) + value * (factors[at] ?? 1)
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
