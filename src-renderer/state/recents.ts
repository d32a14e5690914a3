import type { RecentClient } from '../../src-main/contract/windows.ts'
import { makeStore } from './store.ts'

const KEEP = 8
export const recents = makeStore<readonly RecentClient[]>([])

export const remember = (client: RecentClient): void => {
  const old = recents.get()
  const at = old.findIndex(r => r.id === client.id)
  // A client already listed keeps its place: the list must not jump under the pointer.
  if (at >= 0) recents.set(old.map((r, i) => (i === at ? client : r)))
  else recents.set([client, ...old].slice(0, KEEP))
}

/** Puts the kept clients behind those that were opened before they were read. */
export const takeUp = (known: readonly RecentClient[]): void => {
  const own = recents.get()
  const ids = new Set(own.map(each => each.id))
  recents.set([...own, ...known.filter(each => !ids.has(each.id))].slice(0, KEEP))
}
