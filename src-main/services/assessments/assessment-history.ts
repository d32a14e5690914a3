import {
  questionnaireAlerts,
  type LevelledPurchase,
  type QuestionnaireAlert,
} from '../../domain/suitability/questionnaire-history.ts'
import { AssessmentBody } from '../../model/assessment.ts'
import type { RiskCapacity, RiskGrade } from '../../model/levels.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { Suggestion } from '../../model/suggestion.ts'
import type { Book } from '../book/client-entry.ts'
import type { ReadTx } from '../ports/store.ts'

const needed: Readonly<Record<RiskGrade, RiskCapacity>> = { R1: 'C1min', R2: 'C2', R3: 'C3', R4: 'C4', R5: 'C5' }
const purchaseStates = new Set(['shown', 'accepted', 'executedElsewhere', 'followedUp'])

/** Confirmed buys and suggestions on their way, each with the level its product asks for. */
const purchasesOf = (tx: ReadTx, book: Book, clientId: string): readonly LevelledPurchase[] => {
  const levelled = (date: string, code: string | null): readonly LevelledPurchase[] => {
    const grade = code === null ? null : (book.products.get(code)?.riskGrade ?? null)
    return code === null || grade === null ? [] : [{ date, code, needs: needed[grade] }]
  }
  const bought = tx.trades
    .ofClient(clientId)
    .filter(trade => trade.side === 'buy' && trade.status !== 'failed')
    .flatMap(trade => levelled(trade.date, trade.code))
  const suggested = tx.suggestions.ofClient(clientId).flatMap(record => {
    const suggestion = Suggestion.safeParse(record.body).data
    return suggestion !== undefined && purchaseStates.has(suggestion.state)
      ? levelled((suggestion.history.at(-1)?.at ?? suggestion.madeAt).slice(0, 10), suggestion.code)
      : []
  })
  return [...bought, ...suggested]
}

/** What a reviewer should look at in all assessments of one client. */
export const assessmentAlerts = (
  tx: ReadTx,
  book: Book,
  clientId: string,
  pack: QuestionnairePack,
): readonly QuestionnaireAlert[] =>
  questionnaireAlerts(tx.questionnaires.ofClient(clientId), purchasesOf(tx, book, clientId), pack)

/** The frozen records of this client's assessments, by the id of the questionnaire; abandoned ones too. */
export const assessmentRecords = (
  tx: ReadTx,
  clientId: string,
): ReadonlyMap<string, { readonly body: AssessmentBody; readonly at: string; readonly evidenceId: string }> =>
  new Map(
    tx.evidence.ofClient(clientId).flatMap(record => {
      if (record.kind !== 'assessment') return []
      const body = AssessmentBody.safeParse(JSON.parse(record.body)).data
      return body === undefined ? [] : [[body.questionnaireId, { body, at: record.at, evidenceId: record.id }] as const]
    }),
  )
