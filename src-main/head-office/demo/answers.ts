import questionnaire from '../../../resources/rule-packs/questionnaires/2026.json' with { type: 'json' }
import { type QuestionnaireResult, scoreQuestionnaire } from '../../domain/suitability/score-questionnaire.ts'
import { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { RiskCapacity } from '../../model/levels.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'

export const pack = QuestionnairePack.parse(questionnaire)

type Scored = Extract<QuestionnaireResult, { readonly kind: 'scored' }>

export interface AnsweredSheet {
  readonly answers: Readonly<Record<string, string>>
  readonly result: Scored
}

const levels: readonly RiskCapacity[] = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5']

/** The answer that stands for a value of the client: its term, its varieties, its aim. */
const answerFor = <V>(rule: { readonly map: Readonly<Record<string, V>> }, value: V): string =>
  Object.entries(rule.map).find(([, v]) => v === value)?.[0] ?? 'a'

const scored = (answers: Readonly<Record<string, string>>): Scored => {
  const result = scoreQuestionnaire(answers, pack)
  if (result.kind !== 'scored') throw new Error(`unanswered: ${result.missing.join(', ')}`)
  return result
}

/** Answers with their scores, rising; those that alone or together mean the lowest category are left to it. */
const choices = new Map(
  pack.questions.map(q => [
    q.id,
    q.answers
      .filter(a => !pack.lowest.some(l => l.all.at(-1)?.question === q.id && l.all.at(-1)?.answers.includes(a.id)))
      .toSorted((x, y) => x.score - y.score),
  ]),
)

const target = (level: RiskCapacity): readonly [number, number] => {
  const at = pack.bands.findIndex(b => b.capacity === level)
  return at < 0 ? [0, 999] : [pack.bands[at]?.from ?? 0, (pack.bands[at + 1]?.from ?? 1000) - 1]
}

const draw = (person: Person, level: RiskCapacity, random: Random): Readonly<Record<string, string>> => {
  const rank = levels.indexOf(level)
  const answers: Record<string, string> = {
    [pack.term.question]: answerFor(pack.term, person.term),
    [pack.variety.question]: answerFor(pack.variety, person.variety),
    [pack.objective.question]: answerFor(pack.objective, person.objective),
    ...(rank === 0 ? { loss: 'a' } : {}),
  }
  const score = (question: string): number => choices.get(question)?.find(a => a.id === answers[question])?.score ?? 0
  const free = pack.questions.map(q => q.id).filter(id => answers[id] === undefined)
  // What would contradict the fixed answers is not offered
  const clashes = (id: string, answer: string): boolean =>
    pack.contradictions.some(c =>
      c.all.every(p =>
        p.question === id ? p.answers.includes(answer) : p.answers.includes(answers[p.question] ?? ''),
      ),
    )
  const open = new Map(free.map(id => [id, (choices.get(id) ?? []).filter(a => !clashes(id, a.id))]))
  let total = Object.keys(answers).reduce((sum, id) => sum + score(id), 0)
  const at = new Map<string, number>()
  for (const id of free) {
    const last = (open.get(id)?.length ?? 1) - 1
    const place = Math.round(last * Math.min(1, Math.max(0, (rank - 0.6) / 4.4 + 0.18 * random.normal())))
    at.set(id, place)
    total += open.get(id)?.[place]?.score ?? 0
  }
  const [low, high] = target(level)
  for (let step = 0; step < 300 && (total < low || total > high); step++) {
    const id = random.pick(free)
    const list = open.get(id) ?? []
    const before = at.get(id) ?? 0
    const after = Math.min(list.length - 1, Math.max(0, before + (total < low ? 1 : -1)))
    total += (list[after]?.score ?? 0) - (list[before]?.score ?? 0)
    at.set(id, after)
  }
  for (const id of free) answers[id] = open.get(id)?.[at.get(id) ?? 0]?.id ?? 'a'
  return answers
}

/**
 * Answers that the questionnaire itself scores to a level: drawn around it, then one after the other moved a step until
 * the sum fits. What contradicts itself is drawn again a few times.
 */
export const answerSheet = (person: Person, level: RiskCapacity, random: Random): AnsweredSheet => {
  for (let tries = 0; ; tries++) {
    const answers = draw(person, level, random)
    const result = scored(answers)
    if (tries >= 6 || (result.riskCapacity === level && result.contradictions.length === 0)) return { answers, result }
  }
}
