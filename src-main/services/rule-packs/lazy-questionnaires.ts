import type { KnownPack } from '../../domain/suitability/known-packs.ts'
import type { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import type { Store } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { questionnairesOfBook } from './kept-packs.ts'

/** The questionnaires of a book, read when somebody first asks for them: the start of the program waits for none. */
export const lazyQuestionnaires = (
  store: Store,
  shipped: Rules,
): Pick<Rules, 'questionnaires' | 'questionnairesKnown'> => {
  let read: readonly KnownPack<QuestionnairePack>[] | null = null
  const known = () => (read ??= store.read(tx => questionnairesOfBook(tx, shipped.questionnaires)))
  return {
    get questionnaires() {
      return known()
        .filter(each => each.active)
        .map(each => each.pack)
    },
    get questionnairesKnown() {
      return known().map(each => each.pack)
    },
  }
}
