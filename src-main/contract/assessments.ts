import { z } from 'zod'
import { AnsweredBy, AssessmentStage } from '../model/assessment.ts'
import { HoldReason } from '../model/hold-reason.ts'
import { RiskCapacity, Term, Variety } from '../model/levels.ts'
import { AssessmentReview } from '../model/questionnaire.ts'
import { BiText } from '../model/text.ts'
import { base, none } from './base.ts'

const Remark = z.object({ id: z.string(), text: BiText, questions: z.array(z.string()) }).readonly()

const AskedQuestion = z
  .object({
    id: z.string(),
    text: BiText,
    multiple: z.boolean(),
    /** Without scores: who answers must not see them. */
    answers: z.array(z.object({ id: z.string(), text: BiText }).readonly()),
  })
  .readonly()
export type AskedQuestion = z.infer<typeof AskedQuestion>

const ResultView = z
  .object({
    riskCapacity: RiskCapacity,
    term: Term.nullable(),
    variety: Variety.nullable(),
    validUntil: z.string(),
    lowest: z.array(BiText),
    held: z.array(HoldReason),
  })
  .readonly()

/** One open assessment as the screen shows it, to the client or to the advisor. */
export const AssessmentView = z
  .object({
    id: z.string(),
    clientId: z.string(),
    clientName: z.string(),
    by: AnsweredBy,
    stage: AssessmentStage,
    /** The device is the client's: nothing else may be on screen. */
    withClient: z.boolean(),
    /** What the client types to say who it is. */
    identity: z.enum(['phone', 'idNumber', 'name']),
    version: z.string(),
    name: BiText,
    origin: BiText,
    questions: z.array(AskedQuestion),
    answers: z.record(z.string(), z.string()),
    contradictions: z.array(Remark),
    result: ResultView.nullable(),
    startedAt: z.string(),
  })
  .readonly()
export type AssessmentView = z.infer<typeof AssessmentView>

export const QuestionnaireAlertView = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('levelJump'),
      id: z.string(),
      date: z.string(),
      from: RiskCapacity,
      to: RiskCapacity,
      levels: z.int(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('upgradeBeforePurchase'),
      id: z.string(),
      date: z.string(),
      from: RiskCapacity,
      to: RiskCapacity,
      code: z.string(),
      name: z.string(),
      purchasedOn: z.string(),
      days: z.int(),
    })
    .readonly(),
  z.object({ kind: z.literal('answeredByAdvisor'), id: z.string(), date: z.string() }).readonly(),
])
export type QuestionnaireAlertView = z.infer<typeof QuestionnaireAlertView>

const Stated = z
  .object({
    question: BiText,
    answers: z.array(BiText),
    /** Points of the answer. */
    score: z.number().nullable(),
  })
  .readonly()

/** One assessment of the history in full; answers are empty where its version of the questionnaire is not installed. */
export const AssessmentLine = z
  .object({
    id: z.string(),
    date: z.string(),
    version: z.string(),
    score: z.number(),
    riskCapacity: RiskCapacity,
    validUntil: z.string(),
    term: Term.nullable(),
    variety: Variety.nullable(),
    answeredBy: AnsweredBy,
    /** Why the result was held back, and what head office decided; `waits` while neither that nor newer answers settled it. */
    held: z.array(HoldReason),
    waits: z.boolean(),
    review: AssessmentReview.nullable(),
    stated: z.array(Stated),
    bands: z.array(z.object({ capacity: RiskCapacity, from: z.int() }).readonly()),
    /** The frozen record, where the answers were given in this program. */
    record: z
      .object({
        evidenceId: z.string(),
        at: z.string(),
        seconds: z.number().nullable(),
        reason: z.string(),
        contradictions: z.array(BiText),
        lowest: z.array(BiText),
      })
      .readonly()
      .nullable(),
  })
  .readonly()
export type AssessmentLine = z.infer<typeof AssessmentLine>

export const AssessmentStanding = z
  .object({
    /** Null when no questionnaire for this kind of client is installed. */
    pack: z
      .object({ version: z.string(), name: BiText, origin: BiText, effectiveOn: z.string(), questions: z.int() })
      .readonly()
      .nullable(),
    standing: z.enum(['none', 'valid', 'expiring', 'expired']),
    days: z.int().nullable(),
    repeat: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('allowed') }).readonly(),
      z.object({ kind: z.literal('tooManyToday'), limit: z.int() }).readonly(),
      z.object({ kind: z.literal('tooManyThisYear'), limit: z.int(), againOn: z.string() }).readonly(),
    ]),
    alerts: z.array(QuestionnaireAlertView),
    history: z.array(AssessmentLine),
    /** Begun and given up; kept on record. */
    abandoned: z.array(z.object({ at: z.string(), answered: z.int(), reason: z.string() }).readonly()),
  })
  .readonly()
export type AssessmentStanding = z.infer<typeof AssessmentStanding>

const byId = z.object({ id: z.string() })
const reason = z.string().max(400)

export const assessments = {
  standing: base.input(z.object({ clientId: z.string() })).output(AssessmentStanding),
  /** The one that is open in this book. */
  open: base.input(none).output(AssessmentView.nullable()),
  /** `reason` is needed when the advisor writes: the ground and the reference of the recording. */
  begin: base.input(z.object({ clientId: z.string(), by: AnsweredBy, reason })).output(AssessmentView),
  /** The client types the end of its phone or id number, or its name. */
  identify: base.input(z.object({ id: z.string(), proof: z.string().max(200) })).output(AssessmentView),
  answer: base
    .input(z.object({ id: z.string(), question: z.string(), answers: z.array(z.string()).max(20) }))
    .output(AssessmentView),
  submit: base.input(byId).output(AssessmentView),
  /** Back to the answers that contradict each other. */
  change: base.input(byId).output(AssessmentView),
  keep: base.input(byId).output(AssessmentView),
  /** The result goes to the history, the outbox and the evidence. */
  confirm: base.input(byId).output(AssessmentView),
  handBack: base.input(byId).output(AssessmentView),
  pause: base.input(byId).output(AssessmentView),
  handOver: base.input(byId).output(AssessmentView),
  advisorWrites: base.input(z.object({ id: z.string(), reason })).output(AssessmentView),
  takeBack: base.input(byId).output(none),
  abandon: base.input(z.object({ id: z.string(), reason })).output(none),
}
