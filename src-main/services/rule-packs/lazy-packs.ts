import type { DatedPack, KnownPack } from '../../domain/suitability/known-packs.ts'
import type { ReadTx, Store } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { packsOfBook, questionnairesOfBook } from './kept-packs.ts'

interface Packs<P extends DatedPack> {
  readonly active: readonly P[]
  readonly known: readonly P[]
}

/** The same arrays each time: what is computed under packs is kept by them. */
const once = <P extends DatedPack>(store: Store, read: (tx: ReadTx) => readonly KnownPack<P>[]): (() => Packs<P>) => {
  let found: Packs<P> | null = null
  const sorted = (all: readonly KnownPack<P>[]): Packs<P> => ({
    active: all.filter(each => each.active).map(each => each.pack),
    known: all.map(each => each.pack),
  })
  return () => (found ??= sorted(store.read(read)))
}

/** The packs of a book, read when somebody first asks for them: the start of the program waits for none. */
export const lazyPacks = (
  store: Store,
  shipped: Rules,
): Pick<Rules, 'suitability' | 'suitabilityKnown' | 'questionnaires' | 'questionnairesKnown'> => {
  const suitability = once(store, tx => packsOfBook(tx, shipped.suitability))
  const questionnaires = once(store, tx => questionnairesOfBook(tx, shipped.questionnaires))
  return {
    get suitability() {
      return suitability().active
    },
    get suitabilityKnown() {
      return suitability().known
    },
    get questionnaires() {
      return questionnaires().active
    },
    get questionnairesKnown() {
      return questionnaires().known
    },
  }
}
