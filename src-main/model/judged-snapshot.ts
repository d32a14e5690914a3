import { z } from 'zod'
import { InvestorType, RiskCapacity, RiskGrade, Term, Variety } from './levels.ts'
import { RematchCause } from './notice.ts'
import { IsoDate } from './units.ts'

const ClientFacts = z
  .tuple([
    InvestorType,
    RiskCapacity.nullable(),
    IsoDate.nullable(),
    IsoDate.nullable(),
    Term.nullable(),
    Variety.nullable(),
  ])
  .readonly()
const ProductFacts = z.tuple([RiskGrade.nullable(), Term.nullable(), Variety.nullable(), z.boolean()]).readonly()

/** How one judging of the whole book ended. */
export const RematchRun = z
  .object({
    at: z.string(),
    date: z.string(),
    pack: z.string(),
    holdings: z.int(),
    /** Holdings whose verdict, action or duties changed. */
    changed: z.int(),
    worse: z.int(),
    better: z.int(),
    causes: z.partialRecord(RematchCause, z.int()).readonly(),
  })
  .readonly()
export type RematchRun = z.infer<typeof RematchRun>

/** The facts of the last judging, small enough to be kept for a whole book; and the last judging that found a change. */
export const JudgedSnapshot = z
  .object({
    date: IsoDate,
    pack: z.string(),
    clients: z.record(z.string(), ClientFacts),
    products: z.record(z.string(), ProductFacts),
    run: RematchRun,
    lastChange: RematchRun.nullable(),
  })
  .readonly()
export type JudgedSnapshot = z.infer<typeof JudgedSnapshot>
