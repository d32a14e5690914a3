import type { AssessmentLine, AssessmentStanding, AssessmentView } from '../../contract/assessments.ts'
import { isWithClient } from '../../domain/suitability/assessment-steps.ts'
import { answeringSeconds, assessmentEffect } from '../../domain/suitability/hold-result.ts'
import { assessmentStanding, repeatCheck, validUntil } from '../../domain/suitability/questionnaire-history.ts'
import { waitingResult } from '../../domain/suitability/waiting-result.ts'
import { scoreQuestionnaire } from '../../domain/suitability/score-questionnaire.ts'
import type { OpenAssessment } from '../../model/assessment.ts'
import type { Client } from '../../model/client.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { IsoDate } from '../../model/units.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { assessmentAlerts, assessmentRecords, purchaseScene, purchasesWaiting } from './assessment-history.ts'
import { identityOf } from './identity.ts'
import { clientOf, questionnaireFor, questionnaireOf } from './open-assessment.ts'

const reasonOf = (events: OpenAssessment['events']): string =>
  events.flatMap(e => (e.step === 'advisorWrites' || e.step === 'abandoned' ? e.what : [])).join('; ')

/** Only what the stage may show: the result from `result` on, contradictions in `review`. */
export const assessmentView = (workspace: Workspace, open: OpenAssessment): AssessmentView => {
  const pack = questionnaireOf(workspace.rules, open.version)
  const { client, record, waiting } = workspace.store.read(tx => ({
    client: clientOf(tx, open.clientId),
    record: assessmentRecords(tx, open.clientId).get(open.id),
    waiting: purchasesWaiting(tx, purchaseScene(workspace), open.clientId, pack),
  }))
  const scored = scoreQuestionnaire(open.answers, pack)
  const shows = open.stage === 'result' || open.stage === 'handBack' || open.stage === 'takeBack'
  const date = IsoDate.parse(workspace.today())
  const { by, stage, events } = open
  return {
    id: open.id,
    clientId: open.clientId,
    clientName: client.name,
    by,
    stage,
    withClient: isWithClient(open),
    identity: identityOf(client),
    version: pack.version,
    name: pack.name,
    origin: pack.origin,
    questions: pack.questions.map(q => ({
      id: q.id,
      text: q.text,
      multiple: q.multiple,
      answers: q.answers.map(({ id, text }) => ({ id, text })),
    })),
    answers: { ...open.answers },
    contradictions:
      stage === 'review' && scored.kind === 'scored'
        ? scored.contradictions.map(c => ({ ...c, questions: [...c.questions] }))
        : [],
    result:
      shows && scored.kind === 'scored'
        ? {
            riskCapacity: scored.riskCapacity,
            term: scored.term,
            variety: scored.variety,
            validUntil: validUntil(date, pack),
            lowest: scored.lowest.map(each => each.text),
            held: [
              ...(record?.body.held ??
                assessmentEffect({ before: client, result: scored, answeredBy: by, events, date, waiting }, pack).held),
            ],
          }
        : null,
    startedAt: events[0]?.at ?? '',
  }
}

const stated = (row: Questionnaire, pack: QuestionnairePack | undefined): AssessmentLine['stated'] =>
  (pack?.questions ?? []).map(question => {
    const chosen = (row.answers[question.id] ?? '').split(',')
    const answers = question.answers.filter(answer => chosen.includes(answer.id))
    return {
      question: question.text,
      answers: answers.map(answer => answer.text),
      score: answers.length === 0 ? null : Math.max(...answers.map(answer => answer.score)),
    }
  })

const historyOf = (tx: ReadTx, workspace: Workspace, client: Client): AssessmentLine[] => {
  const records = assessmentRecords(tx, client.id)
  const rows = tx.questionnaires.ofClient(client.id)
  const waiting = waitingResult(rows)
  return rows.toReversed().map(row => {
    const pack = workspace.rules.questionnairesKnown.find(each => each.version === row.version)
    const record = records.get(row.id)
    const { answers: _, clientId: __, ...facts } = row
    return {
      ...facts,
      held: [...row.held],
      waits: row.id === waiting?.id,
      stated: stated(row, pack),
      bands: pack === undefined ? [] : [...pack.bands],
      record:
        record === undefined
          ? null
          : {
              evidenceId: record.evidenceId,
              at: record.at,
              seconds: answeringSeconds(record.body.events),
              reason: reasonOf(record.body.events),
              contradictions: record.body.result?.contradictions.map(each => each.text) ?? [],
              lowest: record.body.result?.lowest.map(each => each.text) ?? [],
            },
    }
  })
}

/** Validity, limits, alerts and the whole history of one client's assessments. */
export const assessmentStandingView = (workspace: Workspace, clientId: string): AssessmentStanding => {
  const book = workspace.book()
  const today = workspace.today()
  return workspace.store.read(tx => {
    const client = clientOf(tx, clientId)
    const pack = questionnaireFor(workspace.rules, client.kind, today)
    const rows = tx.questionnaires.ofClient(client.id)
    const standing = pack === null ? { kind: 'none' as const } : assessmentStanding(client.validUntil, today, pack)
    const check = pack === null ? ({ kind: 'allowed' } as const) : repeatCheck(rows, today, pack)
    return {
      pack:
        pack === null
          ? null
          : {
              version: pack.version,
              name: pack.name,
              origin: pack.origin,
              effectiveOn: pack.effectiveOn,
              questions: pack.questions.length,
            },
      standing: standing.kind,
      days: 'daysLeft' in standing ? standing.daysLeft : 'daysAgo' in standing ? standing.daysAgo : null,
      repeat: check,
      alerts:
        pack === null
          ? []
          : assessmentAlerts(tx, purchaseScene(workspace), client.id, pack)
              .map(alert =>
                alert.kind === 'upgradeBeforePurchase'
                  ? { ...alert, name: book.products.get(alert.code)?.name ?? alert.code }
                  : alert,
              )
              .toReversed(),
      history: historyOf(tx, workspace, client),
      abandoned: [...assessmentRecords(tx, client.id).values()].flatMap(({ body, at }) =>
        body.outcome === 'abandoned'
          ? [{ at, answered: Object.keys(body.answers).length, reason: reasonOf(body.events) }]
          : [],
      ),
    }
  })
}
