import { z } from 'zod'
import { RiskGrade } from '../model/levels.ts'
import { FundType } from '../model/fund.ts'
import { FundReport } from '../model/report/fund-report.ts'
import { base, none } from './base.ts'

export const FundRow = z
  .object({
    code: z.string(),
    name: z.string(),
    search: z.string(),
    company: z.string(),
    type: FundType,
    peerGroup: z.string(),
    riskGrade: RiskGrade.nullable(),
    manager: z.string().nullable(),
    size: z.int().nullable(),
    inceptionOn: z.string(),
    return1y: z.number().nullable(),
    return3y: z.number().nullable(),
    volatility3y: z.number().nullable(),
    maxDrawdown3y: z.number().nullable(),
    sharpe3y: z.number().nullable(),
    score: z.number().nullable(),
    rank3y: z.int().nullable(),
    peers3y: z.int().nullable(),
    status: z.enum(['open', 'limited', 'halted', 'closed']),
    onShelf: z.boolean(),
  })
  .readonly()
export type FundRow = z.infer<typeof FundRow>

export const funds = {
  list: base.input(none).output(z.array(FundRow)),
  diagnosis: base.input(z.object({ code: z.string(), asOf: z.iso.date().nullable() })).output(FundReport),
}
