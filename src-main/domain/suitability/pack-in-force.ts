interface Dated {
  readonly effectiveOn: string
}

/**
 * The pack that rules an event on `date` (`YYYY-MM-DD`): the latest one already effective, null before the first.
 * Of two effective on one day the later in the list counts.
 */
export const packInForce = <P extends Dated>(packs: readonly P[], date: string): P | null => {
  let found: P | null = null
  for (const pack of packs)
    if (pack.effectiveOn <= date && (found === null || pack.effectiveOn >= found.effectiveOn)) found = pack
  return found
}

/** Packs that will take effect after `date`, the nearest first. */
export const upcomingPacks = <P extends Dated>(packs: readonly P[], date: string): readonly P[] =>
  packs.filter(p => p.effectiveOn > date).toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
