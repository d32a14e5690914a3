import { cellIndex, CELL_PLACES } from '../../domain/segmentation/cell-index.ts'
import type { BookFigures } from '../../domain/segmentation/group-totals.ts'
import { toSegmentColumns } from '../../domain/segmentation/segment-columns.ts'
import type { SegmentColumns } from '../../domain/segmentation/segment-many.ts'
import { dayNumber } from '../../domain/portfolio/day-number.ts'
import type { SegmentPack } from '../../model/segment-pack.ts'
import type { Book } from './client-entry.ts'

/** Without a cell there is no standard: once a year. */
export const NO_STANDARD_DAYS = 365

/** Days before the due date from which a contact counts as due. */
export const LEAD_DAYS = 3

/** The book as columns, client by client in the order of its entries: what re-cutting it needs. */
export interface BookColumns extends BookFigures {
  /** Facts with the cell of now as the previous one. */
  readonly segment: SegmentColumns
  /** Place of the cell of now. */
  readonly place: Uint8Array
  /** Day number of the last contact, else of the opening of the account, else NaN. */
  readonly servedOn: Float64Array
}

const cache = new WeakMap<Book, BookColumns>()

/** Laid out once a state of the book. */
export const bookColumns = (book: Book): BookColumns => {
  const known = cache.get(book)
  if (known !== undefined) return known
  const { entries } = book
  const columns: BookColumns = {
    segment: toSegmentColumns(entries.map(({ facts, decision }) => ({ facts, previous: decision }))),
    place: Uint8Array.from(entries, ({ decision }) => cellIndex(decision.tier, decision.style)),
    assets: Float64Array.from(entries, entry => entry.assets),
    revenue365: Float64Array.from(entries, entry => entry.client.revenue365 ?? 0),
    held: Float64Array.from(entries, entry => entry.heldValue),
    mismatch: Float64Array.from(entries, entry => entry.mismatchValue),
    servedOn: Float64Array.from(entries, ({ client, service }) => {
      const base = service.lastContact ?? client.openedOn
      return base === null ? Number.NaN : dayNumber(base)
    }),
  }
  cache.set(book, columns)
  return columns
}

/** Contact cadence by the place of a cell. */
export const cadences = (pack: SegmentPack): readonly number[] => {
  const days = Array.from({ length: CELL_PLACES }, () => NO_STANDARD_DAYS)
  for (const { tier, style, service } of pack.cells) days[cellIndex(tier, style)] = service.cadenceDays
  return days
}
