import { z } from 'zod'

/** Treasury bonds, and the credit curve that spreads are measured with. */
export const YieldCurve = z.enum(['treasury', 'credit'])
export type YieldCurve = z.infer<typeof YieldCurve>

/**
 * Yields to maturity of one curve at one tenor in one calendar year; key `curve|months|year`. Curves are published on days of the
 * interbank market, some of which are no exchange days: they add no day to the exchange calendar.
 */
export const YieldChunk = z
  .object({
    curve: YieldCurve,
    /** What its publisher calls the curve. */
    name: z.string().min(1).max(100),
    months: z.int().positive().max(600),
    year: z.int(),
    /** First day absolute, each next one as the difference in days to the one before. */
    days: z.array(z.int()),
    /** Yield a year in 1e-6: 18,500 is 1.85 %. */
    yields: z.array(z.int()),
  })
  .readonly()
  .refine(c => c.days.length === c.yields.length, 'days and yields differ in length')
export type YieldChunk = z.infer<typeof YieldChunk>
