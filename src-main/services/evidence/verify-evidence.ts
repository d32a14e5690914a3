import type { VerifyReport } from '../../contract/suggestions.ts'
import { rerunVerdict } from '../../domain/evidence/rerun-verdict.ts'
import { verifyChain } from '../../domain/evidence/verify-chain.ts'
import { ChainAnchor, EvidenceBody } from '../../model/evidence.ts'
import { Suggestion } from '../../model/suggestion.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { ReadTx, Store } from '../ports/store.ts'
import type { Rules } from '../rules/rules.ts'
import { ANCHOR } from './append-evidence.ts'

const LISTED = 1_000_000

const bodyOf = (text: string): EvidenceBody | null => {
  try {
    return EvidenceBody.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Suggestions whose words of the client are others than those that were frozen with their verdicts. */
const wishFaults = (tx: ReadTx, wishes: ReadonlyMap<string, string>): VerifyReport['faults'] =>
  wishes.size === 0
    ? []
    : tx.suggestions.all(LISTED).flatMap(record => {
        const suggestion = Suggestion.safeParse(record.body).data
        const frozen = (suggestion?.history ?? []).flatMap(each => wishes.get(each.evidenceId) ?? [])
        const differs = frozen.some(wish => wish !== suggestion?.wish)
        return differs ? [{ kind: 'wishDiffers', index: -1, id: record.id }] : []
      })

/** Reads the whole database and the whole chain: pages, hashes, order, length, every verdict judged again, and every wish. */
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
    const wishes = new Map<string, string>()
    for (const record of tx.evidence.iterate()) {
      // Other kinds hold no verdict: their hash is all there is to check.
      if (record.kind !== 'suitability') continue
      const body = bodyOf(record.body)
      if (body?.wish !== undefined) wishes.set(record.id, body.wish)
      const result = body === null ? null : rerunVerdict(body, rules.suitabilityKnown)
      if (result?.kind === 'same') rerun.same += 1
      else if (result?.kind === 'packUnknown') rerun.packUnknown.push(record.id)
      else rerun.different.push(record.id)
    }
    faults.push(...wishFaults(tx, wishes))
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
