import type { CellFigures } from '../../contract/matrix.ts'
import { dayNumber } from '../../domain/portfolio/day-number.ts'
import { cellIndex, CELL_PLACES } from '../../domain/segmentation/cell-index.ts'
import { groupHistory, groupTotals, mismatchShare } from '../../domain/segmentation/group-totals.ts'
import { serviceMany } from '../../domain/segmentation/service-many.ts'
import type { Style, Tier } from '../../model/levels.ts'
import type { SegmentPack } from '../../model/segment-pack.ts'
import { bookColumns, cadences, LEAD_DAYS } from '../book/book-columns.ts'
import type { Book } from '../book/client-entry.ts'
import { WEEKS } from './book-history.ts'

export const TIERS = [5, 4, 3, 2, 1] as const satisfies readonly Tier[]
export const STYLES = ['trading', 'wealth', 'allocation'] as const satisfies readonly Style[]

/** How many came into and went out of a cell, by its place. */
export interface Traffic {
  readonly into: (place: number) => number
  readonly outOf: (place: number) => number
}

/** The fifteen cells of a book, its clients sorted as `places` says; standards by the pack. */
export const cellFigures = (
  book: Book,
  weekly: Float64Array,
  places: Uint8Array,
  pack: SegmentPack,
  traffic: Traffic,
): readonly CellFigures[] => {
  const columns = bookColumns(book)
  const service = serviceMany(columns.servedOn, places, cadences(pack), dayNumber(book.today), LEAD_DAYS)
  const totals = groupTotals(columns, places, CELL_PLACES, service)
  const history = groupHistory(weekly, WEEKS, places, CELL_PLACES)
  const aum = totals.reduce((sum, total) => sum + total.assets, 0)
  return TIERS.flatMap(tier =>
    STYLES.map((style): CellFigures => {
      const place = cellIndex(tier, style)
      const total = totals[place]
      if (total === undefined) throw new RangeError(`no place ${place}`)
      return {
        tier,
        style,
        count: total.count,
        aum: total.assets,
        share: aum === 0 ? 0 : total.assets / aum,
        revenue365: total.revenue365,
        movedIn: traffic.into(place),
        movedOut: traffic.outOf(place),
        overdue: total.overdue,
        due: total.due,
        mismatchShare: mismatchShare(total),
        spark: total.count === 0 ? [] : [...(history[place] ?? [])],
      }
    }),
  )
}
