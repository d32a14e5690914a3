import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
import { daysBetween } from '../../domain/portfolio/day-number.ts'
import { lowestLevel } from '../../domain/suitability/lowest-level.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import {
  questionnaireAlerts,
  type LevelledPurchase,
  type QuestionnaireAlert,
} from '../../domain/suitability/questionnaire-history.ts'
import { AssessmentBody } from '../../model/assessment.ts'
import type { Client } from '../../model/client.ts'
import { EvidenceBody } from '../../model/evidence.ts'
import type { RiskGrade } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { Suggestion, type SuggestionState } from '../../model/suggestion.ts'
import { IsoDate } from '../../model/units.ts'
import type { ReadTx } from '../ports/store.ts'
import type { Workspace } from '../workspace/workspace.ts'

const underWay: ReadonlySet<SuggestionState> = new Set(['drafted', 'shown', 'accepted'])
const bought: ReadonlySet<SuggestionState> = new Set(['shown', 'accepted', 'executedElsewhere', 'followedUp'])

/** What purchases are levelled by, gathered once for however many clients. */
export interface PurchaseScene {
  readonly today: string
  readonly products: ReadonlyMap<string, Product>
  /** The purchase with the lowest level that may hold it by the rules of today; none without a grade. */
  readonly levelled: (date: string, code: string, grade: RiskGrade | null | undefined) => readonly LevelledPurchase[]
}

export const purchaseScene = (workspace: Workspace): PurchaseScene => {
  const today = workspace.today()
  const pack = packInForce(workspace.rules.suitability, IsoDate.parse(today))
  return {
    today,
    products: workspace.book().products,
    levelled: (date, code, grade) => {
      const needs = pack === null || grade == null ? null : lowestLevel(grade, pack)
      return needs === null ? [] : [{ date, code, needs }]
    },
  }
}

const suggestionsIn = (
  tx: ReadTx,
  { products, levelled }: PurchaseScene,
  clientId: string,
  states: ReadonlySet<SuggestionState>,
): readonly LevelledPurchase[] => {
  return tx.suggestions.ofClient(clientId).flatMap(record => {
    const suggestion = Suggestion.safeParse(record.body).data
    if (suggestion === undefined || !states.has(suggestion.state)) return []
    const { code, history, madeAt } = suggestion
    return levelled(dayInChina(history.at(-1)?.at ?? madeAt), code, products.get(code)?.riskGrade)
  })
}

/** Confirmed buys and suggestions on their way, each with the level its product asks for. */
const purchasesOf = (tx: ReadTx, scene: PurchaseScene, clientId: string): readonly LevelledPurchase[] => {
  const { products, levelled } = scene
  const trades = tx.trades
    .ofClient(clientId)
    .filter(trade => trade.side === 'buy' && trade.status !== 'failed')
    .flatMap(({ date, code }) => (code === null ? [] : levelled(date, code, products.get(code)?.riskGrade)))
  return [...trades, ...suggestionsIn(tx, scene, clientId, bought)]
}

/** Products on their way to the client, and those refused or warned of for their risk in the days that the pack looks back. */
export const purchasesWaiting = (
  tx: ReadTx,
  scene: PurchaseScene,
  clientId: string,
  pack: QuestionnairePack,
): readonly LevelledPurchase[] => {
  const judged = tx.evidence.ofClient(clientId).flatMap(record => {
    if (record.kind !== 'suitability') return []
    const body = EvidenceBody.safeParse(JSON.parse(record.body)).data
    const tooRisky = body?.verdict.codes.some(code => code === 'RISK_ABOVE' || code === 'LOWEST_CATEGORY') ?? false
    if (body === undefined || !tooRisky || (body.purpose !== 'suggestion' && body.purpose !== 'check')) return []
    const { date } = body.context
    const recent = daysBetween(date, scene.today) <= pack.alerts.upgradeBeforePurchaseDays
    return recent ? scene.levelled(date, record.productCode ?? '', body.product.riskGrade) : []
  })
  return [...judged, ...suggestionsIn(tx, scene, clientId, underWay)]
}

/** What a reviewer should look at in all assessments of one client. */
export const assessmentAlerts = (
  tx: ReadTx,
  scene: PurchaseScene,
  clientId: Client['id'],
  pack: QuestionnairePack,
): readonly QuestionnaireAlert[] =>
  questionnaireAlerts(tx.questionnaires.ofClient(clientId), purchasesOf(tx, scene, clientId), pack)

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
