import type { AnsweredBy, AssessedFacts, AssessmentEvent } from '../../model/assessment.ts'
import type { Client } from '../../model/client.ts'
import type { HoldReason } from '../../model/hold-reason.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { IsoDate } from '../../model/units.ts'
import { validUntil, type LevelledPurchase } from './questionnaire-history.ts'
import type { QuestionnaireResult } from './score-questionnaire.ts'

type Scored = Extract<QuestionnaireResult, { kind: 'scored' }>
type Before = Pick<Client, 'riskCapacity' | 'term' | 'variety'>

const levels = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5'] as const

export interface AssessmentEffect {
  /** Why the result waits for head office; empty when it counts. */
  readonly held: readonly HoldReason[]
  /** What counts from now on. */
  readonly facts: AssessedFacts
}

/** Seconds from the identification of the client (or the start) to the last answer, null without an answer. */
export const answeringSeconds = (events: readonly AssessmentEvent[]): number | null => {
  const start = events.findLast(e => e.step === 'identified' || e.step === 'advisorWrites') ?? events[0]
  const end = events.findLast(e => e.step === 'answered')
  return start === undefined || end === undefined
    ? null
    : Math.max(0, (Date.parse(end.at) - Date.parse(start.at)) / 1000)
}

const lower = <T>(scale: readonly T[], before: T | null, now: T | null): T | undefined =>
  before !== null && now !== null && scale.indexOf(now) < scale.indexOf(before) ? now : undefined

const defined = <T extends object>(facts: T): AssessedFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as AssessedFacts

/**
 * What a result may change before head office has seen it. A result that the pack holds back (the advisor wrote the
 * answers, a jump of levels upwards, contradictions kept, answers given in haste, a product that waits for the rise) raises nothing and renews no validity;
 * what it lowers counts at once, so that a client is never judged above the newest answers. Our rule; the reasons are
 * data of the pack.
 */
export const assessmentEffect = (
  given: {
    readonly before: Before
    readonly result: Scored
    readonly answeredBy: AnsweredBy
    readonly events: readonly AssessmentEvent[]
    readonly date: IsoDate
    /** Products on their way to the client, or just refused for their risk, each with the level it asks for. */
    readonly waiting: readonly LevelledPurchase[]
  },
  pack: QuestionnairePack,
): AssessmentEffect => {
  const { before, result, answeredBy, events, date, waiting } = given
  const { riskCapacity, term, variety } = result
  const rise = before.riskCapacity === null ? 0 : levels.indexOf(riskCapacity) - levels.indexOf(before.riskCapacity)
  const seconds = answeringSeconds(events)
  const had = before.riskCapacity === null ? levels.length : levels.indexOf(before.riskCapacity)
  const present: Readonly<Record<HoldReason, boolean>> = {
    answeredByAdvisor: answeredBy === 'advisor',
    levelJump: rise >= pack.alerts.jumpLevels,
    contradictionsKept: result.contradictions.length > 0,
    answeredQuickly:
      answeredBy === 'client' && seconds !== null && seconds < pack.alerts.quickSeconds * pack.questions.length,
    purchaseWaiting: waiting.some(
      ({ needs }) => had < levels.indexOf(needs) && levels.indexOf(needs) <= levels.indexOf(riskCapacity),
    ),
  }
  const held = pack.holdBack.filter(reason => present[reason])
  if (held.length === 0)
    return {
      held,
      facts: { riskCapacity, assessedOn: date, validUntil: validUntil(date, pack) as IsoDate, term, variety },
    }
  return {
    held,
    facts: defined({
      riskCapacity: lower(levels, before.riskCapacity, riskCapacity),
      term: lower([1, 2, 3], before.term, term),
      variety: lower([1, 2, 3, 4], before.variety, variety),
    }),
  }
}
