import { waitingResult } from '../../domain/suitability/waiting-result.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { ReadTx } from '../ports/store.ts'

/** The results of the whole book that wait for head office, by client. */
export const waitingResults = (tx: Pick<ReadTx, 'questionnaires'>): ReadonlyMap<string, Questionnaire> =>
  new Map(
    [...new Set(tx.questionnaires.undecided().map(each => each.clientId))].flatMap(clientId => {
      const waiting = waitingResult(tx.questionnaires.ofClient(clientId))
      return waiting === null ? [] : [[clientId, waiting] as const]
    }),
  )
