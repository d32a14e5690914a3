import { z } from 'zod'
import { Style, Tier } from './levels.ts'
import { Fen, Ratio } from './units.ts'

const count = z.int().min(0)

/** What the segment of one client is computed from; null is "not known", never zero. */
export const SegmentFacts = z
  .strictObject({
    /** Average total assets of the last 20 trading days. */
    averageAssets: Fen.nullable(),
    /** Latest total assets, used when there is no average. */
    latestAssets: Fen.nullable(),
    /** Net revenue to the broker over the last 365 days. */
    revenue365: Fen.nullable(),
    /** (buys + sells) / (2 x average assets) of stocks, ETFs and convertibles over 365 days. */
    turnover: z.number().min(0).nullable(),
    tradeDays: count.max(366).nullable(),
    equityShare: Ratio.nullable(),
    wealthShare: Ratio.nullable(),
    cashShare: Ratio.nullable(),
    /** Asset classes with at least 10 % of the assets, funds looked through. */
    classes: count.max(5).nullable(),
    topClassShare: Ratio.nullable(),
    /** A signed 基金投顾 or allocation agreement. */
    advisory: z.boolean(),
    tradesInYear: count,
  })
  .readonly()
export type SegmentFacts = z.infer<typeof SegmentFacts>

/** The cell of the last run; null where it was undetermined. */
export const PreviousSegment = z.strictObject({ tier: Tier.nullable(), style: Style.nullable() }).readonly()
export type PreviousSegment = z.infer<typeof PreviousSegment>
