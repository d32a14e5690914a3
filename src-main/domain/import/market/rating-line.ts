import type { FundRating } from '../../../model/fund.ts'
import type { BiText } from '../../../model/text.ts'
import type { MarketTable } from './market-layout.ts'
import type { MarketLine } from './market-line.ts'

/** Stars of one line, a column an agency and period; agencies rate on days of their own, so most cells of a line are empty. */
export function ratingsOf({ ratings }: MarketTable, line: MarketLine): readonly Omit<FundRating, 'date'>[] | BiText {
  const found: Omit<FundRating, 'date'>[] = []
  for (const [at, { agency, years }] of ratings.entries()) {
    const field = `rating${at}`
    const text = line.text(field)
    const drawn = /^★+$/.test(text) ? text.length * 10_000 : line.number(field, 4)
    if (drawn === null) continue
    const stars = drawn / 10_000
    if (!Number.isInteger(stars) || stars < 1 || stars > 5)
      return { zh: `“${text}”不是一到五星`, en: `“${text}” is not one to five stars` }
    found.push({ agency, years, stars })
  }
  return line.faults[0] ?? found
}
