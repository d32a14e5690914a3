import type { VerifyReport } from '../../contract/suggestions.ts'
import { rerunVerdict } from '../../domain/evidence/rerun-verdict.ts'
import { verifyChain } from '../../domain/evidence/verify-chain.ts'
import { ChainAnchor, EvidenceBody } from '../../model/evidence.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { Store } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { ANCHOR } from './append-evidence.ts'

const bodyOf = (text: string): EvidenceBody | null => {
  try {
    return EvidenceBody.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Reads the whole database and the whole chain: pages, hashes, order, length, and every verdict judged again. */
export const verifyEvidence = (
  store: Store,
  rules: Pick<Rules, 'suitabilityKnown'>,
  hash: HashText,
  head?: ChainAnchor,
): VerifyReport => {
  const integrity = store.integrity()
  return store.read(tx => {
    const anchor = ChainAnchor.safeParse(tx.settings.get(ANCHOR)).data
    const chain = verifyChain(() => tx.evidence.iterate(), hash, anchor)
    const faults: VerifyReport['faults'] = chain.faults.map(({ kind, index, id }) => ({ kind, index, id }))
    // Whoever appends past the anchor, or wrote the first record without one, did not come through this program.
    if (chain.count > (anchor?.count ?? 0))
      faults.push({ kind: 'inserted', index: anchor?.count ?? 0, id: tx.evidence.last()?.id ?? null })
    // The end as head office was told: the anchor beside the table can be forged along with it, that one cannot.
    if (head !== undefined) {
      const told = verifyChain(() => tx.evidence.iterate(), hash, head).faults
      if (told.some(fault => fault.kind === 'truncated'))
        faults.push({ kind: 'notAsTold', index: head.count - 1, id: null })
    }
    const rerun: { same: number; different: string[]; packUnknown: string[] } = {
      same: 0,
      different: [],
      packUnknown: [],
    }
    for (const record of tx.evidence.iterate()) {
      // Other kinds hold no verdict: their hash is all there is to check.
      if (record.kind !== 'suitability') continue
      const body = bodyOf(record.body)
      const result = body === null ? null : rerunVerdict(body, rules.suitabilityKnown)
      if (result?.kind === 'same') rerun.same += 1
      else if (result?.kind === 'packUnknown') rerun.packUnknown.push(record.id)
      else rerun.different.push(record.id)
    }
    return {
      integrity: [...integrity],
      records: chain.count,
      hash: chain.hash,
      faults,
      rerun,
      whole: integrity.length === 0 && faults.length === 0 && rerun.different.length + rerun.packUnknown.length === 0,
    }
  })
}
