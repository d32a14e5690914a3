/** One difference of two packs; null where one of them has no such thing. */
export interface Difference<Kind extends string> {
  readonly kind: Kind
  /** Which of several; empty for what a pack has once. */
  readonly which: string
  readonly before: string | null
  readonly after: string | null
}

/** What was added, removed or changed in two lists of named texts, in the order of the first, then of the second. */
export const differencesOf = <Kind extends string>(
  kind: Kind,
  before: readonly (readonly [string, string])[],
  after: readonly (readonly [string, string])[],
): readonly Difference<Kind>[] => {
  const [old, fresh] = [new Map(before), new Map(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap(which => {
    const [was, is] = [old.get(which) ?? null, fresh.get(which) ?? null]
    return was === is ? [] : [{ kind, which, before: was, after: is }]
  })
}
