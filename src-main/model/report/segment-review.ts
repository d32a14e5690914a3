import { z } from 'zod'
import { Style, Tier } from '../levels.ts'
import { Fen, IsoDate } from '../units.ts'

const count = z.int().min(0)

/** One of the 15 cells over the period of the review. */
export const SegmentReviewCell = z
  .object({
    tier: Tier,
    style: Style,
    clients: count,
    assets: Fen,
    /** Clients that came into the cell and left it. */
    movedIn: count,
    movedOut: count,
    contactsDue: count,
    contactsMade: count,
    /** Clients whose contact is overdue on the day of the review. */
    overdue: count,
    /** Clients with a holding that does not fit, and with a verdict that cannot be made. */
    mismatched: count,
    undetermined: count,
    reportsSent: count,
    reportsAnswered: count,
  })
  .readonly()
export type SegmentReviewCell = z.infer<typeof SegmentReviewCell>

/** How one advisor's book stands and was served, for the advisor's manager; no client is named. */
export const SegmentReview = z
  .object({
    kind: z.literal('segments'),
    date: IsoDate,
    from: IsoDate,
    to: IsoDate,
    cells: z.array(SegmentReviewCell).readonly(),
    /** Clients whose segment cannot be told, e.g. not yet synced. */
    unplaced: count,
    pack: z.string(),
    /** Share of a cell past which a count is loud: overdue, mismatched. */
    limits: z.object({ overdue: z.number(), mismatched: z.number() }).readonly(),
  })
  .readonly()
export type SegmentReview = z.infer<typeof SegmentReview>
