import { z } from 'zod'
import { FundType } from '../../fund.ts'
import { RiskGrade } from '../../levels.ts'
import { Fen, IsoDate } from '../../units.ts'
import { Figure } from '../figure.ts'

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
    status: z.enum(['open', 'limited', 'halted', 'closed']),
    purchaseLimit: Fen.nullable(),
    nav: Figure,
    navDate: IsoDate.nullable(),
    /** Newest size and its history by quarter, all share classes where known. */
    size: Figure,
    sizes: z.array(z.object({ date: IsoDate, size: Fen }).readonly()).readonly(),
    dividends: z.array(z.object({ date: IsoDate, perUnit4: z.int() }).readonly()).readonly(),
    splits: z.array(z.object({ date: IsoDate, ratio: z.number() }).readonly()).readonly(),
    /** Days between the newest exchange day and the newest NAV; QDII are a day late. */
    lagDays: z.int().nullable(),
  })
  .readonly()
export type FundProfile = z.infer<typeof FundProfile>
