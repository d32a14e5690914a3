import { knownPacks, type KnownPack } from '../../domain/suitability/known-packs.ts'
import { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { ReadTx, WriteTx } from '../ports/store.ts'

/** Every suitability pack that this book knows: shipped, sent by head office, brought, or kept for old verdicts. */
export const packsOfBook = (tx: ReadTx, shipped: readonly SuitabilityPack[]): readonly KnownPack[] =>
  knownPacks(
    shipped,
    tx.rulePacks.ofKind('suitability').flatMap(row => SuitabilityPack.safeParse(row.body).data ?? []),
    tx.keptPacks.all().flatMap((record): KnownPack[] => {
      const pack = SuitabilityPack.safeParse(record.body)
      return pack.success ? [{ pack: pack.data, origin: record.origin, active: record.activeSince !== null }] : []
    }),
  )

/** Keeps the pack of a verdict that is being frozen: it must be here when the verdict is judged again in twenty years. */
export const keepUsedPack = (tx: WriteTx, pack: SuitabilityPack, at: string): void => {
  if (tx.keptPacks.byVersion(pack.version) !== null) return
  tx.keptPacks.put({
    version: pack.version,
    effectiveOn: pack.effectiveOn,
    origin: 'used',
    keptAt: at,
    activeSince: null,
    body: pack,
  })
}
