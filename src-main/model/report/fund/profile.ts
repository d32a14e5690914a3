import { z } from 'zod'
import { FundType } from '../../fund.ts'
import { RiskGrade } from '../../levels.ts'
import { Fen, IsoDate } from '../../units.ts'
import { Figure } from '../figure.ts'

const SaleStatus = z.enum(['open', 'limited', 'halted', 'closed'])

/** A1: what the fund is. */
export const FundProfile = z
  .object({
    code: z.string(),
    fundId: z.string(),
    name: z.string(),
    shareClass: z.string().nullable(),
    company: z.string(),
    type: FundType,
    peerGroup: z.string(),
    inceptionOn: IsoDate,
    closedOn: IsoDate.nullable(),
    managers: z.array(z.object({ name: z.string(), since: IsoDate }).readonly()).readonly(),
    benchmark: z.array(z.object({ index: z.string(), name: z.string(), weight: z.number() }).readonly()).readonly(),
    riskGrade: RiskGrade.nullable(),
    gradedOn: IsoDate.nullable(),
    status: SaleStatus,
    purchaseLimit: Fen.nullable(),
    nav: Figure,
    navDate: IsoDate.nullable(),
    /** Newest size and its history by quarter, all share classes where known. */
    size: Figure,
    sizes: z.array(z.object({ date: IsoDate, size: Figure }).readonly()).readonly(),
    /** Yuan a unit, and units for one old unit; newest first. */
    dividends: z.array(z.object({ date: IsoDate, perUnit: Figure }).readonly()).readonly(),
    splits: z.array(z.object({ date: IsoDate, ratio: Figure }).readonly()).readonly(),
    /** Share classes of the fund, this one included. */
    classes: z
      .array(z.object({ code: z.string(), name: z.string(), inceptionOn: IsoDate, status: SaleStatus }).readonly())
      .readonly(),
    /** Newest stars of every agency and period. */
    ratings: z
      .array(
        z
          .object({ agency: z.string(), years: z.int().nullable(), date: IsoDate, stars: Figure, before: Figure })
          .readonly(),
      )
      .readonly(),
    redemptionDays: z.int().nullable(),
    /** Days between the newest exchange day and the newest NAV; QDII are a day late. */
    lagDays: z.int().nullable(),
  })
  .readonly()
export type FundProfile = z.infer<typeof FundProfile>
