import { z } from 'zod'
import { ClientId } from './ids.ts'
import { HoldReason } from './hold-reason.ts'
import { RiskCapacity, Term, Variety } from './levels.ts'
import { IsoDate, IsoTime } from './units.ts'

/** What a person at head office decided on a result that was held back. */
export const AssessmentReview = z
  .strictObject({
    decision: z.enum(['released', 'declined']),
    at: IsoTime,
    /** Name of the reviewer. */
    by: z.string().min(1).max(100),
    note: z.string().max(400),
  })
  .readonly()
export type AssessmentReview = z.infer<typeof AssessmentReview>

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
    /** Why the result waits for head office; empty when it counted at once. */
    held: z.array(HoldReason).readonly().default([]),
    /** Null while nobody at head office has looked at a held result, and for all others. */
    review: AssessmentReview.nullable().default(null),
  })
  .readonly()
export type Questionnaire = z.infer<typeof Questionnaire>
