import { chainStart } from '../../domain/evidence/chain-record.ts'
import { halvesBetween } from '../../domain/evidence/self-check.ts'
import { readConnection } from '../session/connection.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { EvidenceTools } from './evidence-files.ts'
import { installKey } from './install-key.ts'

/** Whose signature the exports of this install carry, and where its chain ends. */
export const evidenceIdentity = (
  workspace: Workspace,
  { signing, clock }: Pick<EvidenceTools, 'signing' | 'clock'>,
) => {
  const first = workspace.store.read(tx => tx.evidence.first()?.at ?? null)
  const today = workspace.today()
  const { publicKey, madeAt } = installKey(workspace.store, signing, clock)
  return {
    publicKey,
    fingerprint: signing.fingerprint(publicKey),
    madeAt,
    halves: [...halvesBetween(first === null || first > today ? today : first, today)],
    enrolled: readConnection(workspace.store) !== null,
    head: workspace.store.read(tx => ({
      count: tx.evidence.count(),
      hash: tx.evidence.last()?.hash ?? chainStart,
    })),
  }
}
