import { z } from 'zod'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

const weight = z.number().min(0).max(1)

/** How the products of a shelf are put in order for one client. */
export const ShelfPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('shelf'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    origin: BiText,
    /** Part of each factor in the score of 0 to 100; together 1. */
    weights: z
      .strictObject({ gap: weight, quality: weight, cost: weight, overlap: weight, liquidity: weight, term: weight })
      .refine(all => Math.abs(Object.values(all).reduce((sum, each) => sum + each, 0) - 1) < 1e-9, 'must add up to 1')
      .readonly(),
    /** An allocation this far short of its target, a fraction, asks for the class as loudly as it can. */
    fullGap: z.number().positive().max(1),
    /** A yearly fee, a fraction, at which cost earns no points. */
    dearFee: z.number().positive().max(1),
    /** Days to get the money back; half the points at this, none at twice as many, when the client names no need. */
    longWaitDays: z.int().positive(),
  })
  .readonly()
export type ShelfPack = z.infer<typeof ShelfPack>
