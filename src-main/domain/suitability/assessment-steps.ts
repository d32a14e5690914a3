import type { AnsweredBy, AssessmentEvent, AssessmentStage, OpenAssessment } from '../../model/assessment.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { IsoTime } from '../../model/units.ts'
import { scoreQuestionnaire } from './score-questionnaire.ts'

export type AssessmentAct =
  /** The client at the device said who it is. */
  | { readonly do: 'identify' }
  /** What was said does not fit the client; the attempt stays on record. */
  | { readonly do: 'misidentify' }
  | { readonly do: 'answer'; readonly question: string; readonly answers: readonly string[] }
  /** All questions are answered; contradictions are shown before the result. */
  | { readonly do: 'submit' }
  | { readonly do: 'change' }
  /** The client keeps the answers that contradict each other. */
  | { readonly do: 'keep' }
  | { readonly do: 'confirm' }
  | { readonly do: 'handBack' }
  /** The client stops and gives the device back. */
  | { readonly do: 'pause' }
  | { readonly do: 'handOver' }
  /** From here on the advisor writes, and the record says so for ever. */
  | { readonly do: 'advisorWrites'; readonly reason: string }

export type StepOutcome =
  | { readonly kind: 'moved'; readonly assessment: OpenAssessment }
  | { readonly kind: 'refused'; readonly why: 'stage' | 'question' | 'answer' | 'incomplete' | 'reason' }

/** Stages in which the device is the client's: nothing else of the program may be reached. */
const clientStages: readonly AssessmentStage[] = ['handOver', 'answering', 'review', 'result', 'handBack']

/** Whether the window shows the questionnaire and nothing else. */
export const isWithClient = ({ by, stage }: Pick<OpenAssessment, 'by' | 'stage'>): boolean =>
  by === 'client' && clientStages.includes(stage)

const from: Readonly<Record<AssessmentAct['do'], readonly AssessmentStage[]>> = {
  identify: ['handOver'],
  misidentify: ['handOver'],
  answer: ['answering'],
  submit: ['answering'],
  change: ['review'],
  keep: ['review'],
  confirm: ['result'],
  handBack: ['handBack'],
  // Not once the result is on screen: a level that does not please must not be walked away from.
  pause: ['handOver', 'answering', 'review'],
  handOver: ['paused'],
  advisorWrites: ['paused'],
}

const at = (open: OpenAssessment, stage: AssessmentStage, events: readonly AssessmentEvent[] = []): StepOutcome => ({
  kind: 'moved',
  assessment: { ...open, stage, events: [...open.events, ...events] },
})

const refused = (why: Extract<StepOutcome, { kind: 'refused' }>['why']): StepOutcome => ({ kind: 'refused', why })

export const beginAssessment = (
  given: Pick<OpenAssessment, 'id' | 'clientId' | 'by'> & { readonly reason: string },
  pack: QuestionnairePack,
  now: IsoTime,
): OpenAssessment => {
  const { reason, ...head } = given
  const begun: AssessmentEvent = { step: 'begun', at: now, what: '' }
  const writes: AssessmentEvent = { step: 'advisorWrites', at: now, what: reason }
  return head.by === 'client'
    ? { ...head, version: pack.version, stage: 'handOver', answers: {}, events: [begun] }
    : { ...head, version: pack.version, stage: 'answering', answers: {}, events: [begun, writes] }
}

/**
 * The one way an assessment moves on. Answers are taken only while it is answered, and who answers is fixed by who was
 * given the device: a switch to the advisor is a step of its own that never goes away. `now` is the time of the act.
 */
export const stepAssessment = (
  open: OpenAssessment,
  act: AssessmentAct,
  pack: QuestionnairePack,
  now: IsoTime,
): StepOutcome => {
  if (!from[act.do].includes(open.stage)) return refused('stage')
  const event = (step: AssessmentEvent['step'], what = ''): readonly AssessmentEvent[] => [{ step, at: now, what }]
  switch (act.do) {
    case 'identify':
      return at(open, 'answering', event('identified'))
    case 'misidentify': {
      const tried = open.events.slice(open.events.findLastIndex(e => e.step === 'handedOver') + 1)
      const wrong = tried.filter(e => e.step === 'notIdentified').length + 1
      return at(
        open,
        wrong >= (pack.identification?.wrongAttempts ?? 1) ? 'paused' : 'handOver',
        event('notIdentified'),
      )
    }
    case 'answer': {
      const question = pack.questions.find(q => q.id === act.question)
      if (question === undefined) return refused('question')
      const known = act.answers.every(id => question.answers.some(a => a.id === id))
      if (!known || act.answers.length === 0 || (!question.multiple && act.answers.length > 1)) return refused('answer')
      const answers = { ...open.answers, [question.id]: [...new Set(act.answers)].toSorted().join(',') }
      return at({ ...open, answers }, 'answering', event('answered', question.id))
    }
    case 'submit': {
      const result = scoreQuestionnaire(open.answers, pack)
      if (result.kind === 'incomplete') return refused('incomplete')
      return at(open, result.contradictions.length > 0 ? 'review' : 'result', event('submitted'))
    }
    case 'change':
      return at(open, 'answering')
    case 'keep':
      return at(open, 'result', event('contradictionsKept'))
    case 'confirm':
      return at(open, open.by === 'client' ? 'handBack' : 'takeBack', event('confirmed'))
    case 'handBack':
      return at(open, 'takeBack', event('handedBack'))
    case 'pause':
      return at(open, 'paused', event('paused'))
    case 'handOver':
      return at(
        { ...open, by: 'client', answers: open.by === 'client' ? open.answers : {} },
        'handOver',
        event('handedOver'),
      )
    case 'advisorWrites':
      return act.reason.trim() === ''
        ? refused('reason')
        : at({ ...open, by: 'advisor' satisfies AnsweredBy }, 'answering', event('advisorWrites', act.reason.trim()))
  }
}
