import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { AppError } from '../../model/app-error.ts'
import { OpenAssessment } from '../../model/assessment.ts'
import type { Client } from '../../model/client.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { ReadTx, WriteTx } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'

const KEY = 'openAssessment'

/** The one assessment that has begun in this book and is not closed. */
export const openAssessment = (tx: ReadTx): OpenAssessment | null =>
  OpenAssessment.safeParse(tx.settings.get(KEY)).data ?? null

export const keepAssessment = (tx: WriteTx, open: OpenAssessment): void => tx.settings.set(KEY, open)

export const forgetAssessment = (tx: WriteTx): void => tx.settings.unset(KEY)

/** The open assessment `id`; another or none is an error. */
export const requireAssessment = (tx: ReadTx, id: string): OpenAssessment => {
  const open = openAssessment(tx)
  if (open?.id !== id)
    throw new AppError('notFound', 'this assessment is not open any more', {
      where: id,
      hint: 'start a new one on the page of the client',
    })
  return open
}

export const clientOf = (tx: ReadTx, clientId: string): Client => {
  const client = tx.clients.byKey(clientId)
  if (client === null)
    throw new AppError('notFound', 'there is no such client in this book', {
      where: clientId,
      hint: 'it may have moved to another advisor',
    })
  return client
}

/** The questionnaire in force for this kind of client on a day, or null. */
export const questionnaireFor = (
  { questionnaires }: Pick<Rules, 'questionnaires'>,
  kind: Client['kind'],
  today: string,
): QuestionnairePack | null =>
  packInForce(
    questionnaires.filter(p => p.for === kind),
    today,
  )

/** The version that an assessment was begun with, whatever is in force by now. */
export const questionnaireOf = (
  { questionnairesKnown }: Pick<Rules, 'questionnairesKnown'>,
  version: string,
): QuestionnairePack => {
  const pack = questionnairesKnown.find(each => each.version === version)
  if (pack === undefined)
    throw new AppError('notFound', 'this version of the questionnaire is not installed', {
      where: version,
      hint: 'abandon the assessment and start a new one',
    })
  return pack
}
