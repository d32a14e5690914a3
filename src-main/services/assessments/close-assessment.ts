import { packHash } from '../../domain/evidence/frozen-pack.ts'
import { assessmentEffect } from '../../domain/suitability/hold-result.ts'
import { validUntil } from '../../domain/suitability/questionnaire-history.ts'
import { scoreQuestionnaire, type AnswerRemark } from '../../domain/suitability/score-questionnaire.ts'
import { AppError } from '../../model/app-error.ts'
import type { AssessmentBody, OpenAssessment } from '../../model/assessment.ts'
import { EntryId } from '../../model/ids.ts'
import { Questionnaire } from '../../model/questionnaire.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { IsoDate, IsoTime } from '../../model/units.ts'
import { appendEvidence } from '../evidence/append-evidence.ts'
import type { Author } from '../evidence/freeze-verdict.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { WriteTx } from '../ports/store.ts'
import { keepUsedPack } from '../rule-packs/kept-packs.ts'
import { recordEntry } from '../sync/record-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { purchaseScene, purchasesWaiting } from './assessment-history.ts'
import { clientOf } from './open-assessment.ts'

export interface Closing {
  readonly today: string
  readonly at: string
  readonly evidenceId: string
  readonly hash: HashText
  readonly by: Author
}

const remark = ({ id, text }: AnswerRemark) => ({ id, text })

const freeze = (tx: WriteTx, body: AssessmentBody, clientId: string, closing: Closing): void => {
  appendEvidence(
    tx,
    { id: closing.evidenceId, at: IsoTime.parse(closing.at), clientId, productCode: null, kind: 'assessment', body },
    closing.hash,
  )
}

/** Writes the confirmed result to the client's history, the outbox and the chain of evidence, in the caller's transaction. */
export const completeAssessment = (
  tx: WriteTx,
  workspace: Workspace,
  open: OpenAssessment,
  pack: QuestionnairePack,
  closing: Closing,
): void => {
  const client = clientOf(tx, open.clientId)
  const result = scoreQuestionnaire(open.answers, pack)
  if (result.kind !== 'scored') throw new AppError('invalidInput', 'questions are left open', { where: open.id })
  const date = IsoDate.parse(closing.today)
  const until = IsoDate.parse(validUntil(date, pack))
  const { by, events } = open
  const waiting = purchasesWaiting(tx, purchaseScene(workspace), client.id, pack)
  const effect = assessmentEffect({ before: client, result, answeredBy: by, events, date, waiting }, pack)
  const { score, riskCapacity, term, variety } = result
  const row = Questionnaire.parse({
    id: open.id,
    clientId: client.id,
    date,
    version: pack.version,
    score,
    riskCapacity,
    validUntil: until,
    term,
    variety,
    answers: open.answers,
    answeredBy: open.by,
    held: effect.held,
  })
  recordEntry(tx, {
    id: EntryId.parse(`questionnaire-${open.id}`),
    madeAt: IsoTime.parse(closing.at),
    kind: 'questionnaire',
    row,
    facts: effect.facts,
  })
  keepUsedPack(tx, pack, closing.at)
  const lowest = result.lowest.map(remark)
  const contradictions = result.contradictions.map(remark)
  freeze(
    tx,
    {
      purpose: 'assessment',
      questionnaireId: open.id,
      outcome: 'completed',
      version: pack.version,
      answeredBy: open.by,
      answers: open.answers,
      events: open.events,
      result: { score, riskCapacity, term, variety, validUntil: until, lowest, contradictions },
      before: { riskCapacity: client.riskCapacity, term: client.term, variety: client.variety },
      held: effect.held,
      facts: effect.facts,
      packSha256: packHash(pack, closing.hash),
      by: closing.by,
    },
    client.id,
    closing,
  )
}

/** Nothing of it counts; that it was begun, by whom, and what was answered stays on record. */
export const abandonAssessment = (tx: WriteTx, open: OpenAssessment, closing: Closing): void => {
  const client = clientOf(tx, open.clientId)
  freeze(
    tx,
    {
      purpose: 'assessment',
      questionnaireId: open.id,
      outcome: 'abandoned',
      version: open.version,
      answeredBy: open.by,
      answers: open.answers,
      events: open.events,
      result: null,
      before: { riskCapacity: client.riskCapacity, term: client.term, variety: client.variety },
      held: [],
      facts: {},
      by: closing.by,
    },
    client.id,
    closing,
  )
}
