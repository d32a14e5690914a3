import { z } from 'zod'
import { Figure } from '../figure.ts'

const step = z.object({ from: z.number(), rate: z.number() }).readonly()

export const ClassCost = z
  .object({
    code: z.string(),
    shareClass: z.string().nullable(),
    /** Management, custody and sales fee a year. */
    annual: Figure,
    purchase: z.array(step).readonly(),
    redemption: z.array(step).readonly(),
    /** Total cost of holding the example amount, as a fraction of it, by holding period. */
    hold: z.array(z.object({ days: z.int(), cost: Figure }).readonly()).readonly(),
  })
  .readonly()
export type ClassCost = z.infer<typeof ClassCost>

/** A9: what it costs. */
export const FundFees = z
  .object({
    management: Figure,
    custody: Figure,
    sales: Figure,
    total: Figure,
    /** Amount the examples are worked out for. */
    example: Figure,
    classes: z.array(ClassCost).readonly(),
    /** First holding period in days from which class A costs less than class C. */
    breakEven: Figure,
  })
  .readonly()
export type FundFees = z.infer<typeof FundFees>
