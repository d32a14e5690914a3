/** Where a pack came from: with the program, from head office, as a file, or kept because it has judged. */
export type PackOrigin = 'shipped' | 'headOffice' | 'file' | 'used'

export interface DatedPack {
  readonly version: string
  readonly effectiveOn: string
}

export interface KnownPack<P extends DatedPack> {
  readonly pack: P
  readonly origin: PackOrigin
  /** Judges from its date on; the others wait, or only answer for the verdicts they once gave. */
  readonly active: boolean
}

const order: readonly PackOrigin[] = ['shipped', 'headOffice', 'file', 'used']

/**
 * All packs side by side, each version once, by date of effect; on one date what head office sent follows what shipped,
 * and what the advisor brought follows both, so that the later counts. A version that was kept in the book never changes
 * its meaning: its kept text goes before a newer text of the same version.
 */
export const knownPacks = <P extends DatedPack>(
  shipped: readonly P[],
  headOffice: readonly P[],
  kept: readonly KnownPack<P>[],
): readonly KnownPack<P>[] => {
  const known = new Map<string, KnownPack<P>>()
  for (const pack of shipped) known.set(pack.version, { pack, origin: 'shipped', active: true })
  for (const pack of headOffice) known.set(pack.version, { pack, origin: 'headOffice', active: true })
  for (const each of kept) {
    const other = known.get(each.pack.version)
    known.set(
      each.pack.version,
      other === undefined ? each : { pack: each.pack, origin: other.origin, active: other.active || each.active },
    )
  }
  return [...known.values()].toSorted(
    (a, b) =>
      compare(a.pack.effectiveOn, b.pack.effectiveOn) ||
      order.indexOf(a.origin) - order.indexOf(b.origin) ||
      compare(a.pack.version, b.pack.version),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
