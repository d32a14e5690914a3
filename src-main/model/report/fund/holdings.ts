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
    weight: Figure,
    /** Against the report before; missing for a position that it does not name. */
    change: Figure,
  })
  .readonly()
export type PositionRow = z.infer<typeof PositionRow>

const part = z.object({ name: z.string(), weight: Figure }).readonly()

/** A7: what the fund discloses to hold. */
export const FundHoldingsSection = z
  .object({
    date: IsoDate.nullable(),
    scope: z.enum(['topTen', 'all']).nullable(),
    allocation: z.array(AllocationPoint).readonly(),
    /** The newest mix, class by class. */
    mix: z
      .array(z.object({ kind: z.enum(['equity', 'bond', 'fund', 'cash', 'other']), share: Figure }).readonly())
      .readonly(),
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
    holders: z.array(z.object({ date: IsoDate, institutional: Figure, individual: Figure }).readonly()).readonly(),
  })
  .readonly()
export type FundHoldingsSection = z.infer<typeof FundHoldingsSection>
