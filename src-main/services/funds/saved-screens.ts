import { AppError } from '../../model/app-error.ts'
import { SavedScreen } from '../../model/fund-screen.ts'
import type { ReadTx, Store } from '../ports/store.ts'

const KEY = 'fundScreens'
const MOST = 50

/** The advisor's screens by name; what no longer fits its shape is left out, alone. */
export const savedScreens = (tx: Pick<ReadTx, 'settings'>): SavedScreen[] => {
  const kept = tx.settings.get(KEY)
  return (Array.isArray(kept) ? kept : []).flatMap(each => SavedScreen.safeParse(each).data ?? [])
}

/** Keeps a screen; one of the same name is replaced. */
export const saveScreen = (store: Store, saved: SavedScreen): SavedScreen[] =>
  store.write(tx => {
    const others = savedScreens(tx).filter(each => each.name !== saved.name)
    if (others.length >= MOST)
      throw new AppError('invalidInput', `no more than ${MOST} screens are kept`, {
        where: saved.name,
        hint: 'remove one that is not needed any more',
      })
    const next = [...others, saved].toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    tx.settings.set(KEY, next)
    return next
  })

export const removeScreen = (store: Store, name: string): SavedScreen[] =>
  store.write(tx => {
    const next = savedScreens(tx).filter(each => each.name !== name)
    tx.settings.set(KEY, next)
    return next
  })
