import type { Workspace } from '../workspace/workspace.ts'

export interface KeptView<View> {
  readonly name: string
  /** Whatever else than the book, the rules and the code decides the answer: the question, marks. */
  readonly depends: unknown
  readonly make: () => View
}

/**
 * The answer of the last time where nothing has been written since, else a new one, which is kept in the encrypted
 * book. Every committed write to the facts and to the packs beside them makes all kept answers void, and so does other
 * code or another content of the packs that ship with it: a kept answer is what would be computed now.
 */
export const keptView = <View>(workspace: Workspace, { name, depends, make }: KeptView<View>): View => {
  const { store } = workspace
  // the maker stands for the packs that shipped, the revision for those that came and for which of them is chosen, the day for which
  // is in force: none of them has to be read
  const rest = [workspace.maker, workspace.today(), depends]
  const { kept, fingerprint } = store.read(tx => ({
    kept: tx.kept.get(name),
    fingerprint: JSON.stringify([tx.kept.revision(), ...rest]),
  }))
  // made by this very code, so of its shape; what leaves the engine is checked against the contract all the same
  if (kept?.fingerprint === fingerprint) return kept.body as View
  const view = make()
  store.write(tx => tx.kept.put(name, fingerprint, view), 'page')
  return view
}
