import { z } from 'zod'

/**
 * One recorded sorting of the book. The numbers of clients a cell tell how many have left since, when their own history
 * has been erased with them.
 */
export const SegmentRun = z
  .object({
    /** UTC instant. */
    at: z.string(),
    /** Of the data, of the rules, or worked out afterwards for a day before the first sync. */
    why: z.enum(['data', 'rules', 'derived']),
    /** Version of the pack. */
    pack: z.string(),
    /** Clients by cell: `5-allocation`, `undetermined`. */
    clients: z.record(z.string(), z.int()),
  })
  .readonly()
export type SegmentRun = z.infer<typeof SegmentRun>
