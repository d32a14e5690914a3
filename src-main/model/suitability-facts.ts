import { z } from 'zod'
import { InvestorType, RiskCapacity, RiskGrade, Term, Variety } from './levels.ts'
import { IsoDate } from './units.ts'

/** What a verdict knows of the client; null is "not known" and never passes. */
export const SuitabilityClient = z
  .strictObject({
    investorType: InvestorType,
    riskCapacity: RiskCapacity.nullable(),
    /** Last day on which the assessment counts. */
    validUntil: IsoDate.nullable(),
    birthDate: IsoDate.nullable(),
    term: Term.nullable(),
    variety: Variety.nullable(),
  })
  .readonly()
export type SuitabilityClient = z.infer<typeof SuitabilityClient>

export const SuitabilityProduct = z
  .strictObject({
    riskGrade: RiskGrade.nullable(),
    term: Term.nullable(),
    variety: Variety.nullable(),
    /** On the firm's list of high-risk products; the pack's grades count besides. */
    highRisk: z.boolean().optional(),
  })
  .readonly()
export type SuitabilityProduct = z.infer<typeof SuitabilityProduct>

/** Who had the idea: the advisor recommends, or the client asks. */
export const Initiative = z.enum(['advisor', 'client'])
export type Initiative = z.infer<typeof Initiative>

export const SuitabilityContext = z.strictObject({ date: IsoDate, initiative: Initiative }).readonly()
export type SuitabilityContext = z.infer<typeof SuitabilityContext>
