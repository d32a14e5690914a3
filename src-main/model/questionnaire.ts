import { z } from 'zod'
import { ClientId } from './ids.ts'
import { RiskCapacity, Term, Variety } from './levels.ts'
import { IsoDate } from './units.ts'

export const Questionnaire = z
  .object({
    id: z.string().min(1).max(64),
    clientId: ClientId,
    date: IsoDate,
    version: z.string().min(1).max(40),
    score: z.number(),
    riskCapacity: RiskCapacity,
    validUntil: IsoDate,
    term: Term.nullable(),
    variety: Variety.nullable(),
    answers: z.record(z.string(), z.string()),
    /** Who pressed the keys: the client, or the advisor on the client's words. */
    answeredBy: z.enum(['client', 'advisor']),
  })
  .readonly()
export type Questionnaire = z.infer<typeof Questionnaire>
