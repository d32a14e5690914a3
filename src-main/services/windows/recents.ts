import { RecentClients } from '../../contract/windows.ts'
import type { Store } from '../ports/store.ts'

const NAME = 'recents'

/** The clients that were opened last; nothing where none was, or where the list is of another form. */
export const recentsOf = (store: Store): RecentClients =>
  RecentClients.safeParse(store.read(tx => tx.kept.get(NAME))?.body).data ?? []

export const keepRecents = (store: Store, clients: RecentClients): void =>
  store.write(tx => tx.kept.put(NAME, '', clients), 'page')
