import { z } from 'zod'
import { HoldReason } from './hold-reason.ts'
import { ClientId } from './ids.ts'
import { RiskCapacity, Term, Variety } from './levels.ts'
import { BiText } from './text.ts'
import { IsoDate, IsoTime } from './units.ts'

/** Who gives the answers: the client at the device, or the advisor who writes down what the client says. */
export const AnsweredBy = z.enum(['client', 'advisor'])
export type AnsweredBy = z.infer<typeof AnsweredBy>

/** Where an assessment stands. The stages between `handOver` and `handBack` belong to the client alone. */
export const AssessmentStage = z.enum(['handOver', 'answering', 'review', 'result', 'handBack', 'paused', 'takeBack'])
export type AssessmentStage = z.infer<typeof AssessmentStage>

/** One step of an assessment with its time; answers are steps of their own, so that haste shows. */
export const AssessmentEvent = z
  .strictObject({
    step: z.enum([
      'begun',
      'identified',
      'notIdentified',
      'answered',
      'submitted',
      'contradictionsKept',
      'confirmed',
      'paused',
      'handedOver',
      'advisorWrites',
      'handedBack',
      'takenBack',
      'abandoned',
    ]),
    at: IsoTime,
    /** Question, reason or reference, by step. */
    what: z.string().max(400),
  })
  .readonly()
export type AssessmentEvent = z.infer<typeof AssessmentEvent>

/** An assessment that has begun and is not closed; kept in the store, so that no restart gets around it. */
export const OpenAssessment = z
  .strictObject({
    id: z.string().min(1).max(64),
    clientId: ClientId,
    version: z.string(),
    by: AnsweredBy,
    stage: AssessmentStage,
    answers: z.record(z.string(), z.string()),
    events: z.array(AssessmentEvent).readonly(),
  })
  .readonly()
export type OpenAssessment = z.infer<typeof OpenAssessment>

/** What an assessment changes in the client's facts. */
export const AssessedFacts = z
  .strictObject({
    riskCapacity: RiskCapacity,
    assessedOn: IsoDate,
    validUntil: IsoDate,
    term: Term.nullable(),
    variety: Variety.nullable(),
  })
  .partial()
  .readonly()
export type AssessedFacts = z.infer<typeof AssessedFacts>

const Remark = z.strictObject({ id: z.string(), text: BiText }).readonly()

/** The frozen record of one assessment in the chain of evidence. */
export const AssessmentBody = z
  .strictObject({
    purpose: z.literal('assessment'),
    /** Id of the questionnaire row; the same as the assessment's. */
    questionnaireId: z.string(),
    outcome: z.enum(['completed', 'abandoned']),
    version: z.string(),
    answeredBy: AnsweredBy,
    answers: z.record(z.string(), z.string()),
    events: z.array(AssessmentEvent).readonly(),
    /** Null when it was abandoned. */
    result: z
      .strictObject({
        score: z.number(),
        riskCapacity: RiskCapacity,
        term: Term.nullable(),
        variety: Variety.nullable(),
        validUntil: IsoDate,
        lowest: z.array(Remark).readonly(),
        contradictions: z.array(Remark).readonly(),
      })
      .readonly()
      .nullable(),
    before: z
      .strictObject({ riskCapacity: RiskCapacity.nullable(), term: Term.nullable(), variety: Variety.nullable() })
      .readonly(),
    held: z.array(HoldReason).readonly(),
    /** What of the result counts from now on. */
    facts: AssessedFacts,
    /** SHA-256 of the questionnaire's canonical JSON, as it asked; records of older programs have none. */
    packSha256: z.string().length(64).optional(),
    by: z.strictObject({ id: z.string(), name: z.string(), licence: z.string() }).readonly(),
  })
  .readonly()
export type AssessmentBody = z.infer<typeof AssessmentBody>
