import { chainStart, linkRecord, type Unlinked } from '../../domain/evidence/chain-record.ts'
import type { ChainRecord } from '../../model/evidence.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { WriteTx } from '../ports/store.ts'

/** Length and last hash of the chain, kept beside it so that a cut-off end shows. */
export const ANCHOR = 'evidenceAnchor'

/** Links one record to the end of the chain; called inside the transaction that it proves. */
export const appendEvidence = (tx: WriteTx, unlinked: Unlinked, hash: HashText): ChainRecord => {
  const record = linkRecord(unlinked, tx.evidence.last()?.hash ?? chainStart, hash)
  tx.evidence.append(record)
  tx.settings.set(ANCHOR, { count: tx.evidence.count(), hash: record.hash })
  return record
}
