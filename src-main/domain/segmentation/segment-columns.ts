import type { Style } from '../../model/levels.ts'
import type { PreviousSegment, SegmentFacts } from '../../model/segment-facts.ts'
import type { SegmentColumns } from './segment-many.ts'
import { styles } from './style-scores.ts'

/** One client of a book: facts and the cell of the last run. */
export interface SegmentInput {
  readonly facts: SegmentFacts
  readonly previous: PreviousSegment | null
}

const styleCode = (style: Style | null | undefined): number =>
  style === null || style === undefined ? 0 : styles.indexOf(style) + 1

/** Lays clients out as the columns that `segmentMany` reads; null becomes NaN, no previous cell 0. */
export const toSegmentColumns = (book: readonly SegmentInput[]): SegmentColumns => {
  const column = (pick: (facts: SegmentFacts) => number | null): Float64Array =>
    Float64Array.from(book, row => pick(row.facts) ?? Number.NaN)
  return {
    averageAssets: column(f => f.averageAssets),
    latestAssets: column(f => f.latestAssets),
    revenue365: column(f => f.revenue365),
    turnover: column(f => f.turnover),
    tradeDays: column(f => f.tradeDays),
    equityShare: column(f => f.equityShare),
    wealthShare: column(f => f.wealthShare),
    cashShare: column(f => f.cashShare),
    classes: column(f => f.classes),
    topClassShare: column(f => f.topClassShare),
    advisory: column(f => (f.advisory ? 1 : 0)),
    tradesInYear: column(f => f.tradesInYear),
    previousTier: Uint8Array.from(book, row => row.previous?.tier ?? 0),
    previousStyle: Uint8Array.from(book, row => styleCode(row.previous?.style)),
  }
}
