import { z } from 'zod'
import { IsoDate } from '../../units.ts'
import { Figure } from '../figure.ts'

export const AllocationPoint = z
  .object({
    date: IsoDate,
    equity: z.number(),
    bond: z.number(),
    cash: z.number(),
    fund: z.number(),
    other: z.number(),
  })
  .readonly()
export type AllocationPoint = z.infer<typeof AllocationPoint>

export const PositionRow = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(['stock', 'bond', 'fund']),
    sector: z.string().nullable(),
    credit: z.string().nullable(),
    weight: z.number(),
    /** Against the report before; null for a new position. */
    change: z.number().nullable(),
  })
  .readonly()
export type PositionRow = z.infer<typeof PositionRow>

const part = z.object({ name: z.string(), weight: z.number() }).readonly()

/** A7: what the fund discloses to hold. */
export const FundHoldingsSection = z
  .object({
    date: IsoDate.nullable(),
    scope: z.enum(['topTen', 'all']).nullable(),
    allocation: z.array(AllocationPoint).readonly(),
    topTen: z.array(PositionRow).readonly(),
    topTenShare: Figure,
    /** Within the named positions. */
    effectiveNumber: Figure,
    sectors: z.array(part).readonly(),
    sectorsDate: IsoDate.nullable(),
    credits: z.array(part).readonly(),
    duration: Figure,
    turnover: Figure,
    institutional: Figure,
    holders: z
      .array(z.object({ date: IsoDate, institutional: z.number(), individual: z.number() }).readonly())
      .readonly(),
  })
  .readonly()
export type FundHoldingsSection = z.infer<typeof FundHoldingsSection>
