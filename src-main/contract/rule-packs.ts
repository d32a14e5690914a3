import { z } from 'zod'
import { RiskCapacity, RiskGrade, SuitabilityVerdict } from '../model/levels.ts'
import { RuleMark } from '../model/suitability-verdict.ts'
import { SuggestionState } from '../model/suggestion.ts'
import { BiText } from '../model/text.ts'
import { base, none } from './base.ts'

export const PackLine = z
  .object({
    kind: z.enum(['suitability', 'questionnaires']),
    version: z.string(),
    name: BiText,
    effectiveOn: z.string(),
    origin: z.enum(['shipped', 'headOffice', 'file', 'used']),
    /** Waiting packs were brought and not yet put into force; retired ones answer for old verdicts only. */
    state: z.enum(['inForce', 'upcoming', 'past', 'waiting', 'retired']),
    /** SHA-256 of the canonical JSON, to compare with what head office published. */
    sha256: z.string(),
    /** Rules, or questions. */
    rules: z.int(),
    /** Null for questionnaires, which cite no article. */
    marks: z.object({ verified: z.int(), quoted: z.int(), unverified: z.int() }).readonly().nullable(),
  })
  .readonly()
export type PackLine = z.infer<typeof PackLine>

export const PackRules = z
  .object({
    version: z.string(),
    disclaimer: BiText,
    rules: z.array(
      z
        .object({
          id: z.string(),
          source: z.string(),
          article: z.string(),
          text: z.string(),
          mark: RuleMark,
          effectiveOn: z.string(),
          expiresOn: z.string().nullable(),
        })
        .readonly(),
    ),
    requirements: z.array(z.object({ id: z.string(), text: BiText, steps: z.array(BiText) }).readonly()),
  })
  .readonly()
export type PackRules = z.infer<typeof PackRules>

const PackChange = z
  .object({
    kind: z.enum([
      'matrix',
      'highRiskGrades',
      'evidenceWithoutEnd',
      'seniorAge',
      'validityMonths',
      'warnDays',
      'singleProduct',
      'singleClass',
      'highGrades',
      'drawdownAlarm',
      'rule',
      'mark',
      'requirement',
      'occasion',
      'disclaimer',
    ]),
    which: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .readonly()

/** What a pack would change on the first day it rules; lists hold the first 200, counts all. */
export const PackPreview = z
  .object({
    version: z.string(),
    name: BiText,
    effectiveOn: z.string(),
    sha256: z.string(),
    marks: PackLine.unwrap().shape.marks.unwrap(),
    /** The pack that would rule that day without it; null before the first. */
    against: z.string().nullable(),
    /** The day both are compared on: today, or the day the pack takes effect. */
    date: z.string(),
    changes: z.array(PackChange),
    clients: z
      .object({
        affected: z.int(),
        worse: z.int(),
        rows: z.array(
          z
            .object({
              clientId: z.string(),
              name: z.string(),
              holdings: z.int(),
              worse: z.int(),
              /** Fen in holdings whose verdict changes. */
              value: z.int(),
            })
            .readonly(),
        ),
      })
      .readonly(),
    holdings: z
      .object({
        affected: z.int(),
        flows: z.array(
          z.object({ from: SuitabilityVerdict, to: SuitabilityVerdict, holdings: z.int(), value: z.int() }).readonly(),
        ),
      })
      .readonly(),
    products: z
      .object({
        affected: z.int(),
        rows: z.array(
          z
            .object({
              code: z.string(),
              name: z.string(),
              riskGrade: RiskGrade.nullable(),
              gained: z.int(),
              lost: z.int(),
              otherwise: z.int(),
            })
            .readonly(),
        ),
      })
      .readonly(),
    suggestions: z
      .object({
        open: z.int(),
        affected: z.int(),
        rows: z.array(
          z
            .object({
              id: z.string(),
              clientId: z.string(),
              clientName: z.string(),
              code: z.string(),
              name: z.string(),
              state: SuggestionState,
              before: SuitabilityVerdict,
              after: SuitabilityVerdict,
            })
            .readonly(),
        ),
      })
      .readonly(),
    /** Kinds of documents that print verdicts, articles or texts of the pack. */
    templates: z.array(
      z
        .object({
          template: z.enum(['account', 'segment', 'suggestion', 'evidence', 'fund', 'comparison']),
          /** Verdicts printed otherwise, holdings that cite other articles, and texts that read otherwise. */
          verdicts: z.int(),
          articles: z.int(),
          texts: z.int(),
          /** Documents of this kind made so far that carry the old verdict. */
          made: z.int(),
        })
        .readonly(),
    ),
  })
  .readonly()
export type PackPreview = z.infer<typeof PackPreview>

/** A questionnaire as it asks, with the score of every answer and the band of every level. */
export const QuestionnaireRules = z
  .object({
    version: z.string(),
    origin: BiText,
    for: z.enum(['person', 'organisation']),
    questions: z.array(
      z
        .object({
          id: z.string(),
          text: BiText,
          answers: z.array(z.object({ id: z.string(), text: BiText, score: z.int() }).readonly()),
        })
        .readonly(),
    ),
    bands: z.array(z.object({ capacity: RiskCapacity, from: z.int() }).readonly()),
    validityMonths: z.int(),
  })
  .readonly()
export type QuestionnaireRules = z.infer<typeof QuestionnaireRules>

/** What a version of the questionnaire changes; lists hold the first 200, counts all. */
export const QuestionnairePreview = z
  .object({
    version: z.string(),
    name: BiText,
    effectiveOn: z.string(),
    sha256: z.string(),
    for: z.enum(['person', 'organisation']),
    /** The version that would ask that day without it; null where there is none. */
    against: z.string().nullable(),
    date: z.string(),
    changes: z.array(
      z
        .object({
          kind: z.enum([
            'band',
            'question',
            'answer',
            'lowest',
            'contradiction',
            'term',
            'variety',
            'objective',
            'validityMonths',
            'warnDays',
            'repeats',
            'identification',
            'alerts',
            'holdBack',
          ]),
          which: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        })
        .readonly(),
    ),
    /** The newest answers of each client, scored by this version: what they would get if they answered the same. */
    clients: z
      .object({
        answered: z.int(),
        same: z.int(),
        higher: z.int(),
        lower: z.int(),
        /** Whose answers do not fill this version: it asks what they were not asked. */
        open: z.int(),
        flows: z.array(z.object({ from: RiskCapacity, to: RiskCapacity, clients: z.int() }).readonly()),
        rows: z.array(
          z
            .object({
              clientId: z.string(),
              name: z.string(),
              answeredOn: z.string(),
              /** The version that was answered, whose result stays. */
              answeredVersion: z.string(),
              from: RiskCapacity,
              to: RiskCapacity,
              score: z.int(),
            })
            .readonly(),
        ),
      })
      .readonly(),
  })
  .readonly()
export type QuestionnairePreview = z.infer<typeof QuestionnairePreview>

const byVersion = z.object({ version: z.string().min(1).max(60) })
/** A version names one pack of its kind. */
const byName = byVersion.extend({ kind: PackLine.unwrap().shape.kind })
const lines = z.array(PackLine)

export const rulePacks = {
  list: base.input(none).output(lines),
  rules: base.input(byVersion).output(PackRules),
  /** Checks the text of a pack file and keeps it; it judges nothing before it is put into force. */
  add: base.input(z.object({ text: z.string().max(4_000_000), file: z.string().max(260) })).output(byName),
  preview: base.input(byVersion).output(PackPreview),
  questionnaire: base.input(byVersion).output(QuestionnaireRules),
  previewQuestionnaire: base.input(byVersion).output(QuestionnairePreview),
  activate: base.input(byName).output(lines),
  /** Takes a brought pack out of force; verdicts it gave keep it. */
  retire: base.input(byName).output(lines),
  /** Only what waits and has judged nothing can go. */
  remove: base.input(byName).output(lines),
}
