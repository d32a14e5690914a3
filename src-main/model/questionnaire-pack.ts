import { z } from 'zod'
import { HoldReason } from './hold-reason.ts'
import { RiskCapacity, Term, Variety } from './levels.ts'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

const id = z.string().min(1).max(60)

export const Question = z
  .strictObject({
    id,
    text: BiText,
    /** Several answers allowed; the highest score counts. */
    multiple: z.boolean(),
    answers: z
      .array(z.strictObject({ id, text: BiText, score: z.int() }).readonly())
      .min(2)
      .readonly(),
  })
  .readonly()
export type Question = z.infer<typeof Question>

/** Fulfilled when every named question has at least one of the named answers. */
export const AnswerPattern = z
  .strictObject({
    id,
    all: z
      .array(z.strictObject({ question: id, answers: z.array(id).min(1).readonly() }).readonly())
      .min(1)
      .readonly(),
    text: BiText,
  })
  .readonly()
export type AnswerPattern = z.infer<typeof AnswerPattern>

const mapped = <V extends z.ZodType>(value: V) =>
  z.strictObject({ question: id, map: z.record(id, value).readonly() }).readonly()

/** One version of the risk questionnaire: questions, scores, bands, contradictions, validity and limits. */
export const QuestionnairePack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('questionnaires'),
    version: z.string().min(1).max(40),
    effectiveOn: IsoDate,
    name: BiText,
    origin: BiText,
    /** Which clients it asks. */
    for: z.enum(['person', 'organisation']),
    questions: z.array(Question).min(1).readonly(),
    /** Lowest score of each level, rising. */
    bands: z
      .array(z.strictObject({ capacity: RiskCapacity, from: z.int() }).readonly())
      .min(1)
      .refine(b => b.every((band, i) => i === 0 || band.from > (b[i - 1]?.from ?? 0)), 'bands must rise')
      .readonly(),
    /** Any of these puts the client in the lowest category, whatever the score. */
    lowest: z.array(AnswerPattern).readonly(),
    term: mapped(Term),
    variety: mapped(Variety),
    objective: mapped(z.enum(['preserve', 'income', 'balanced', 'growth'])),
    contradictions: z.array(AnswerPattern).readonly(),
    validityMonths: z.int().min(1).max(60),
    warnDays: z.int().min(0).max(365),
    repeats: z.strictObject({ perDay: z.int().min(1), perYear: z.int().min(1) }).readonly(),
    /** Wrong names or numbers after which the device goes back to the advisor; a version that says nothing allows none. */
    identification: z
      .strictObject({ wrongAttempts: z.int().min(1).max(20) })
      .readonly()
      .optional(),
    alerts: z
      .strictObject({
        jumpLevels: z.int().min(1),
        upgradeBeforePurchaseDays: z.int().min(0),
        /** Fewer seconds a question than this, on average, is an alert. */
        quickSeconds: z.number().min(0),
      })
      .readonly(),
    /** A result with one of these waits for head office; what it lowers counts at once. */
    holdBack: z.array(HoldReason).readonly(),
  })
  .superRefine((pack, context) => {
    const known = new Map(pack.questions.map(q => [q.id, new Set(q.answers.map(a => a.id))]))
    const named = [
      ...[...pack.lowest, ...pack.contradictions].flatMap(p => p.all),
      ...[pack.term, pack.variety, pack.objective].map(m => ({ question: m.question, answers: Object.keys(m.map) })),
    ]
    for (const { question, answers } of named)
      for (const answer of answers)
        if (known.get(question)?.has(answer) !== true)
          context.addIssue({ code: 'custom', message: `no answer ${question}/${answer}` })
  })
  .readonly()
export type QuestionnairePack = z.infer<typeof QuestionnairePack>
