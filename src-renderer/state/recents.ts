import type { Style, Tier } from '../../src-main/model/levels.ts'
import { makeStore } from './store.ts'

export type Recent = { readonly id: string; readonly name: string; readonly tier: Tier; readonly style: Style }

const KEEP = 8
export const recents = makeStore<readonly Recent[]>([])

export const remember = (client: Recent): void => {
  const old = recents.get()
  const at = old.findIndex(r => r.id === client.id)
  // A client already listed keeps its place: the list must not jump under the pointer.
  if (at >= 0) recents.set(old.map((r, i) => (i === at ? client : r)))
  else recents.set([client, ...old].slice(0, KEEP))
}
