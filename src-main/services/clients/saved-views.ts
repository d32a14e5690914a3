import { AppError } from '../../model/app-error.ts'
import { SavedClientView } from '../../model/client-view.ts'
import type { ReadTx, Store } from '../ports/store.ts'

const KEY = 'clientViews'
const MOST = 50

/** Views of before the filters had a form of their own keep all but those. */
const viewOf = (kept: unknown): SavedClientView | null => {
  const old = typeof kept === 'object' && kept !== null && 'filters' in kept && !Array.isArray(kept.filters)
  return SavedClientView.safeParse(old ? { ...kept, filters: [] } : kept).data ?? null
}

/** The advisor's views of the clients grid by name; what no longer fits its shape is left out, alone. */
export const savedViews = (tx: Pick<ReadTx, 'settings'>): SavedClientView[] => {
  const kept = tx.settings.get(KEY)
  return (Array.isArray(kept) ? kept : []).flatMap(each => viewOf(each) ?? [])
}

/** Keeps the views in this order; a name comes once. */
export const keepViews = (store: Store, views: readonly SavedClientView[]): SavedClientView[] => {
  const names = new Set(views.map(view => view.name))
  if (names.size !== views.length || views.length > MOST)
    throw new AppError('invalidInput', `a name comes once, and no more than ${MOST} views are kept`, {
      where: 'views',
      hint: 'remove one that is not needed any more',
    })
  return store.write(tx => {
    tx.settings.set(KEY, [...views])
    return savedViews(tx)
  })
}
