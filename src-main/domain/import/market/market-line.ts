import { parseFundEvent } from '../../portfolio/parse-fund-event.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import type { BiText } from '../../../model/text.ts'
import { productCodeOf } from '../clean-code.ts'
import { isoDateOf } from '../clean-date.ts'
import { scaledNumber } from '../clean-number.ts'
import { plain } from '../clean-text.ts'
import type { MarketTable } from './market-layout.ts'

/** Cells of one line by field, with what was wrong with them. */
export interface MarketLine {
  readonly text: (field: string) => string
  readonly date: (field: string) => string | null
  /** In 1e-`decimals`; null where the cell is empty or says that nothing is known. */
  readonly number: (field: string, decimals: number) => number | null
  /** A percentage as a part of one, with or without its sign: `9.96` and `9.96%` are 0.0996. */
  readonly part: (field: string) => number | null
  readonly faults: BiText[]
}

const EMPTY = new Set(['', '-', '--', 'nan', 'null', 'none'])

export function marketLine({ columns }: MarketTable, row: readonly string[]): MarketLine {
  const faults: BiText[] = []
  const text = (field: string): string => plain(row[columns[field] ?? -1] ?? '')
  return {
    text,
    faults,
    date: field => {
      const raw = text(field)
      const date = isoDateOf(raw)
      if (date === null) faults.push({ zh: `“${raw}”不是日期`, en: `“${raw}” is no date` })
      return date
    },
    number: (field, decimals) => numberOf(text(field), decimals),
    part: field => {
      const value = numberOf(text(field).replace(/%$/, ''), 4)
      return value === null ? null : value / 1e6
    },
  }

  function numberOf(raw: string, decimals: number): number | null {
    if (EMPTY.has(raw.toLowerCase())) return null
    const value = scaledNumber(raw, decimals)
    if (value === null) faults.push({ zh: `“${raw}”不是数字`, en: `“${raw}” is no number` })
    return value
  }
}

/** One published NAV with the event beside it. */
export interface NavLine {
  readonly code: string
  readonly date: string
  readonly day: number
  readonly nav: number
  /** Cash a unit in 1e-4 yuan; units for one old unit. */
  readonly perUnit4: number
  readonly ratio: number
  /** The published daily change, 1e-4; null where none was published. */
  readonly change: number | null
  readonly subscription: string
}

/** Reads a line of NAVs; what it cannot read is a reason. */
export function navLine(line: MarketLine, fileCode: string | null): NavLine | BiText {
  const code = line.text('code') === '' ? fileCode : productCodeOf(line.text('code'))
  const date = line.date('date')
  const nav = line.number('nav', 4)
  const change = line.number('change', 4)
  const cash = line.number('cash', 4)
  const split = line.number('split', 9)
  const said = line.text('event')
  const event = parseFundEvent(EMPTY.has(said.toLowerCase()) ? '' : said)
  const [fault] = line.faults
  if (fault !== undefined) return fault
  if (code === null) return { zh: '没有基金代码，文件名里也没有', en: 'no fund code, and none in the name of the file' }
  if (date === null || nav === null) return { zh: '没有日期或净值', en: 'date or NAV is missing' }
  if (nav <= 0) return { zh: '净值不大于 0', en: 'the NAV is not above 0' }
  if (event === null)
    return {
      zh: `看不懂的分红或折算：“${said}”`,
      en: `not understood as dividend or conversion: “${said}”`,
    }
  return {
    code,
    date,
    day: dayNumber(date),
    nav,
    perUnit4: (cash ?? 0) + Math.round(event.perUnit * 10_000),
    ratio: (split === null ? 1 : split / 1e9) * event.ratio,
    change,
    subscription: line.text('subscription'),
  }
}
