import { knownPacks, type DatedPack, type KnownPack } from '../../domain/suitability/known-packs.ts'
import { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { ReadTx, WriteTx } from '../ports/store.ts'
import type { KeptPackRecord } from '../ports/suitability-tables.ts'

/** A pack of a kind that can be brought as a file. */
export type BroughtPack = SuitabilityPack | QuestionnairePack

/** The schema of a kind of pack. */
interface Schema<P> {
  safeParse(body: unknown): { readonly data?: P | undefined }
}

const known = <P extends DatedPack>(
  schema: Schema<P>,
  shipped: readonly P[],
  sent: readonly { readonly body: unknown }[],
  kept: readonly KeptPackRecord[],
): readonly KnownPack<P>[] =>
  knownPacks(
    shipped,
    sent.flatMap(row => schema.safeParse(row.body).data ?? []),
    kept.flatMap((record): KnownPack<P>[] => {
      const pack = schema.safeParse(record.body).data
      return pack === undefined ? [] : [{ pack, origin: record.origin, active: record.activeSince !== null }]
    }),
  )

/** Every suitability pack that this book knows: shipped, sent by head office, brought, or kept for old verdicts. */
export const packsOfBook = (tx: ReadTx, shipped: readonly SuitabilityPack[]): readonly KnownPack<SuitabilityPack>[] =>
  known(SuitabilityPack, shipped, tx.rulePacks.ofKind('suitability'), tx.keptPacks.ofKind('suitability'))

/** Every version of the questionnaires that this book knows, likewise. */
export const questionnairesOfBook = (
  tx: ReadTx,
  shipped: readonly QuestionnairePack[],
): readonly KnownPack<QuestionnairePack>[] =>
  known(QuestionnairePack, shipped, tx.rulePacks.ofKind('questionnaires'), tx.keptPacks.ofKind('questionnaires'))

/** Keeps the pack of what is being frozen: it must be here when the verdict or the answers are read in twenty years. */
export const keepUsedPack = (tx: WriteTx, pack: BroughtPack, at: string): void => {
  if (tx.keptPacks.byVersion(pack.kind, pack.version) !== null) return
  tx.keptPacks.put({
    kind: pack.kind,
    version: pack.version,
    effectiveOn: pack.effectiveOn,
    origin: 'used',
    keptAt: at,
    activeSince: null,
    body: pack,
  })
}
