import { z } from 'zod'
import { IsoDate } from '../../units.ts'
import { Figure } from '../figure.ts'

export const ManagerRow = z
  .object({
    name: z.string(),
    from: IsoDate,
    to: IsoDate.nullable(),
    tenureDays: Figure,
    return: Figure,
    annualReturn: Figure,
    maxDrawdown: Figure,
    excess: Figure,
    /** Share of peers with the same dates that did worse. */
    percentile: Figure,
  })
  .readonly()
export type ManagerRow = z.infer<typeof ManagerRow>

export const OtherFund = z
  .object({ code: z.string(), name: z.string(), peerGroup: z.string(), from: IsoDate, return: Figure })
  .readonly()
export type OtherFund = z.infer<typeof OtherFund>

/** A8: who manages it, newest first. */
export const FundManagerSection = z
  .object({
    rows: z.array(ManagerRow).readonly(),
    others: z.array(OtherFund).readonly(),
    changesInThreeYears: Figure,
  })
  .readonly()
export type FundManagerSection = z.infer<typeof FundManagerSection>
