import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { differencesOf, type Difference } from './differences.ts'

export type QuestionnaireChangeKind =
  | 'band'
  | 'question'
  | 'answer'
  | 'lowest'
  | 'contradiction'
  | 'term'
  | 'variety'
  | 'objective'
  | 'validityMonths'
  | 'warnDays'
  | 'repeats'
  | 'identification'
  | 'alerts'
  | 'holdBack'

export type QuestionnaireChange = Difference<QuestionnaireChangeKind>

type Mapped = QuestionnairePack['term'] | QuestionnairePack['variety'] | QuestionnairePack['objective']

const answersOf = (pack: QuestionnairePack) =>
  pack.questions.flatMap(question =>
    question.answers.map(answer => [`${question.id}/${answer.id}`, `${answer.text.zh} (${answer.score})`] as const),
  )

const patternsOf = (patterns: QuestionnairePack['lowest']) =>
  patterns.map(({ id, all, text }) => {
    const when = all.map(each => `${each.question}=${each.answers.join('|')}`).join(' & ')
    return [id, `${text.zh} [${when}]`] as const
  })

const mapOf = (mapped: Mapped) => Object.entries(mapped.map).map(([answer, value]) => [answer, String(value)] as const)

/** Every difference between two versions of a questionnaire: what decides levels first, limits and alerts last. */
export const questionnaireChanges = (
  before: QuestionnairePack,
  after: QuestionnairePack,
): readonly QuestionnaireChange[] => {
  const list = (
    kind: QuestionnaireChangeKind,
    of: (pack: QuestionnairePack) => readonly (readonly [string, string])[],
  ) => differencesOf(kind, of(before), of(after))
  return [
    ...list('band', pack => pack.bands.map(({ capacity, from }) => [capacity, String(from)])),
    ...list('question', pack =>
      pack.questions.map(({ id, text, multiple }) => [id, multiple ? `${text.zh} [+]` : text.zh]),
    ),
    ...list('answer', answersOf),
    ...list('lowest', pack => patternsOf(pack.lowest)),
    ...list('contradiction', pack => patternsOf(pack.contradictions)),
    ...list('term', pack => mapOf(pack.term)),
    ...list('variety', pack => mapOf(pack.variety)),
    ...list('objective', pack => mapOf(pack.objective)),
    ...list('validityMonths', pack => [['', String(pack.validityMonths)]]),
    ...list('warnDays', pack => [['', String(pack.warnDays)]]),
    ...list('repeats', pack => Object.entries(pack.repeats).map(([name, n]) => [name, String(n)])),
    ...list('identification', pack => Object.entries(pack.identification ?? {}).map(([name, n]) => [name, String(n)])),
    ...list('alerts', pack => Object.entries(pack.alerts).map(([name, n]) => [name, String(n)])),
    ...list('holdBack', pack => pack.holdBack.map(reason => [reason, reason])),
  ]
}
