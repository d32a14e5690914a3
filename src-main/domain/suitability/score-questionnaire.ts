import type { RiskCapacity, Term, Variety } from '../../model/levels.ts'
import type { AnswerPattern, Question, QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { BiText } from '../../model/text.ts'

/** Answer ids by question id; several answers of one question are joined by commas. */
export type Answers = Readonly<Record<string, string>>

export interface AnswerRemark {
  readonly id: string
  readonly text: BiText
  /** The questions it is about, to show them again. */
  readonly questions: readonly string[]
}

export type QuestionnaireResult =
  /** Questions without a known answer; nothing is guessed. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | {
      readonly kind: 'scored'
      readonly score: number
      readonly riskCapacity: RiskCapacity
      readonly term: Term | null
      readonly variety: Variety | null
      readonly objective: 'preserve' | 'income' | 'balanced' | 'growth' | null
      /** Why the lowest category; empty otherwise. */
      readonly lowest: readonly AnswerRemark[]
      /** To be talked over with the client before the result counts. */
      readonly contradictions: readonly AnswerRemark[]
      /** Version of the questionnaire. */
      readonly version: string
    }

const chosen = (answers: Answers, question: string): readonly string[] =>
  (Object.hasOwn(answers, question) ? (answers[question] ?? '') : '').split(',').filter(part => part !== '')

const answered = (answers: Answers, question: Question): boolean => {
  const ids = chosen(answers, question.id)
  const known = question.answers.map(answer => answer.id)
  return ids.length > 0 && (question.multiple || ids.length === 1) && ids.every(id => known.includes(id))
}

const scoreOf = (answers: Answers, question: Question): number => {
  const ids = chosen(answers, question.id)
  return Math.max(...question.answers.filter(answer => ids.includes(answer.id)).map(answer => answer.score))
}

const fulfilled = (answers: Answers, patterns: readonly AnswerPattern[]): readonly AnswerRemark[] =>
  patterns
    .filter(pattern => pattern.all.every(p => chosen(answers, p.question).some(id => p.answers.includes(id))))
    .map(({ id, text, all }) => ({ id, text, questions: all.map(p => p.question) }))

const mapped = <V>(
  answers: Answers,
  rule: { readonly question: string; readonly map: Readonly<Record<string, V>> },
): V | null => rule.map[chosen(answers, rule.question)[0] ?? ''] ?? null

/**
 * Level, intended term and varieties from the answers. The score is the sum over the questions (of several answers the
 * highest), the level the highest band it reaches; one fulfilled pattern of `lowest` gives C1min. Unanswered and unknown
 * answers make the result incomplete.
 */
export const scoreQuestionnaire = (answers: Answers, pack: QuestionnairePack): QuestionnaireResult => {
  const missing = pack.questions.filter(question => !answered(answers, question)).map(question => question.id)
  if (missing.length > 0) return { kind: 'incomplete', missing }
  const score = pack.questions.reduce((sum, question) => sum + scoreOf(answers, question), 0)
  const lowest = fulfilled(answers, pack.lowest)
  const band = pack.bands.findLast(each => score >= each.from) ?? pack.bands[0]
  return {
    kind: 'scored',
    score,
    riskCapacity: lowest.length > 0 ? 'C1min' : (band?.capacity ?? 'C1'),
    term: mapped(answers, pack.term),
    variety: mapped(answers, pack.variety),
    objective: mapped(answers, pack.objective),
    lowest,
    contradictions: fulfilled(answers, pack.contradictions),
    version: pack.version,
  }
}
