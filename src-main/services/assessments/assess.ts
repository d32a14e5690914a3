import {
  beginAssessment,
  stepAssessment,
  type AssessmentAct,
  type StepOutcome,
} from '../../domain/suitability/assessment-steps.ts'
import { repeatCheck } from '../../domain/suitability/questionnaire-history.ts'
import { AppError } from '../../model/app-error.ts'
import type { AnsweredBy, OpenAssessment } from '../../model/assessment.ts'
import { ClientId } from '../../model/ids.ts'
import { IsoTime } from '../../model/units.ts'
import { appendEvidence } from '../evidence/append-evidence.ts'
import type { HashText } from '../ports/hash-text.ts'
import { asAdvisor, readConnection } from '../session/connection.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { abandonAssessment, completeAssessment, type Closing } from './close-assessment.ts'
import { isClient } from './identity.ts'
import {
  clientOf,
  forgetAssessment,
  keepAssessment,
  openAssessment,
  questionnaireFor,
  questionnaireOf,
  requireAssessment,
} from './open-assessment.ts'

export type { AssessmentAct }

export interface Act {
  readonly at: string
  readonly id: () => string
  readonly hash: HashText
}

const closingOf = (workspace: Workspace, act: Act): Closing => {
  const connection = readConnection(workspace.store)
  const by = connection === null ? { id: '', name: '', licence: '' } : asAdvisor(connection)
  return { today: workspace.today(), at: act.at, evidenceId: act.id(), hash: act.hash, by }
}

const refusals: Readonly<Record<Extract<StepOutcome, { kind: 'refused' }>['why'], readonly [string, string]>> = {
  stage: ['this step is not possible now', 'go on from where the assessment stands'],
  question: ['this questionnaire has no such question', 'open the assessment again'],
  answer: ['this is no answer to the question', 'choose one of the answers shown'],
  incomplete: ['questions are left open', 'answer every question, then submit'],
  reason: ['the reason is missing', 'say why the advisor writes, and name the recording'],
}

const moved = (outcome: StepOutcome, id: string): OpenAssessment => {
  if (outcome.kind === 'moved') return outcome.assessment
  const [message, hint] = refusals[outcome.why]
  throw new AppError('invalidInput', message, { where: id, hint })
}

/** Starts the questionnaire in force; only one is open at a time, and only as often as its pack allows. */
export const begin = (
  workspace: Workspace,
  given: { readonly clientId: string; readonly by: AnsweredBy; readonly reason: string },
  act: Act,
): OpenAssessment => {
  const today = workspace.today()
  return workspace.store.write(tx => {
    const other = openAssessment(tx)
    if (other !== null)
      throw new AppError('busy', 'another assessment is open', {
        where: other.clientId,
        hint: 'finish it or give it up first',
      })
    const client = clientOf(tx, given.clientId)
    const pack = questionnaireFor(workspace.rules, client.kind, today)
    if (pack === null)
      throw new AppError('notFound', 'no questionnaire is in force for this kind of client', {
        where: client.kind,
        hint: 'put the version of your firm into the rule packs',
      })
    const check = repeatCheck(tx.questionnaires.ofClient(client.id), today, pack)
    if (check.kind !== 'allowed')
      throw new AppError('invalidInput', 'this client has answered as often as the rules allow', {
        where: client.id,
        hint: check.kind === 'tooManyToday' ? `at most ${check.limit} a day` : `again from ${check.againOn}`,
      })
    const reason = given.reason.trim()
    if (given.by === 'advisor' && reason === '')
      throw new AppError('invalidInput', refusals.reason[0], { where: client.id, hint: refusals.reason[1] })
    const head = { id: `A-${act.id()}`, clientId: ClientId.parse(client.id), by: given.by, reason }
    const open = beginAssessment(head, pack, IsoTime.parse(act.at))
    keepAssessment(tx, open)
    return open
  })
}

/** One step of the open assessment; the confirmation writes the result in the same transaction. */
export const step = (workspace: Workspace, id: string, what: AssessmentAct, act: Act): OpenAssessment => {
  const closing = closingOf(workspace, act)
  return workspace.store.write(tx => {
    const open = requireAssessment(tx, id)
    const pack = questionnaireOf(workspace.rules, open.version)
    const next = moved(stepAssessment(open, what, pack, IsoTime.parse(act.at)), id)
    if (what.do === 'confirm') completeAssessment(tx, workspace, next, pack, closing)
    keepAssessment(tx, next)
    return next
  })
}

/** The client at the device says who it is; what does not fit the book stops it and stays on record. */
export const identify = (workspace: Workspace, id: string, proof: string, act: Act): OpenAssessment => {
  const isSelf = workspace.store.read(tx => isClient(clientOf(tx, requireAssessment(tx, id).clientId), proof))
  if (!isSelf) {
    step(workspace, id, { do: 'misidentify' }, act)
    throw new AppError('invalidInput', 'this does not fit the client of the questionnaire', {
      hint: 'only the client may answer; give the device back if you are somebody else',
    })
  }
  return step(workspace, id, { do: 'identify' }, act)
}

/** The advisor has the device again: the return is put on record and the assessment is closed. */
export const takeBack = (workspace: Workspace, id: string, act: Act): void => {
  workspace.store.write(tx => {
    const open = requireAssessment(tx, id)
    if (open.stage !== 'takeBack')
      throw new AppError('invalidInput', refusals.stage[0], { where: id, hint: refusals.stage[1] })
    const at = IsoTime.parse(act.at)
    const events = [...open.events.filter(e => e.step === 'handedBack'), { step: 'takenBack', at, what: '' }]
    const body = { purpose: 'assessmentReturned', questionnaireId: id, events }
    const { clientId } = open
    appendEvidence(tx, { id: act.id(), at, clientId, productCode: null, kind: 'assessmentReturned', body }, act.hash)
    forgetAssessment(tx)
  })
}

/** Gives up what is paused or with the advisor; never out of the hands of the client. */
export const abandon = (workspace: Workspace, id: string, reason: string, act: Act): void => {
  const closing = closingOf(workspace, act)
  workspace.store.write(tx => {
    const open = requireAssessment(tx, id)
    const isFree = open.stage === 'paused' || (open.by === 'advisor' && open.stage !== 'takeBack')
    if (!isFree) throw new AppError('invalidInput', refusals.stage[0], { where: id, hint: refusals.stage[1] })
    const at = IsoTime.parse(act.at)
    abandonAssessment(
      tx,
      { ...open, events: [...open.events, { step: 'abandoned', at, what: reason.trim() }] },
      closing,
    )
    forgetAssessment(tx)
  })
}
