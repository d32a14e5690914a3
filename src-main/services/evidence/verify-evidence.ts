import type { VerifyReport } from '../../contract/suggestions.ts'
import { packChecker } from '../../domain/evidence/frozen-pack.ts'
import { readRecord } from '../../domain/evidence/read-record.ts'
import { rerunRecord } from '../../domain/evidence/rerun-record.ts'
import { verifyChain } from '../../domain/evidence/verify-chain.ts'
import { ChainAnchor, EvidenceBody } from '../../model/evidence.ts'
import { Suggestion } from '../../model/suggestion.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { ReadTx } from '../ports/store.ts'
import { packsOfBook, questionnairesOfBook } from '../rule-packs/kept-packs.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { ANCHOR } from './append-evidence.ts'

const LISTED = 1_000_000

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

/** Reads the whole database and the whole chain: pages, hashes, order, length, every verdict judged again by a pack that reads as it did then, and every wish. */
export const verifyEvidence = (
  { store, shippedSuitability, shippedQuestionnaires }: Workspace,
  hash: HashText,
  head?: ChainAnchor,
): VerifyReport => {
  const integrity = store.integrity()
  return store.read(tx => {
    const anchor = ChainAnchor.safeParse(tx.settings.get(ANCHOR)).data
    const chain = verifyChain(() => tx.evidence.stored(), hash, anchor)
    const faults: VerifyReport['faults'] = chain.faults.map(({ kind, index, id }) => ({ kind, index, id }))
    // Whoever appends past the anchor, or wrote the first record without one, did not come through this program.
    if (chain.count > (anchor?.count ?? 0))
      faults.push({ kind: 'inserted', index: anchor?.count ?? 0, id: tx.evidence.last()?.id ?? null })
    // The end as head office was told: the anchor beside the table can be forged along with it, that one cannot.
    if (head !== undefined) {
      const told = verifyChain(() => tx.evidence.stored(), hash, head).faults
      if (told.some(fault => fault.kind === 'truncated'))
        faults.push({ kind: 'notAsTold', index: head.count - 1, id: null })
    }
    const rerun: { same: number; different: string[]; packUnknown: string[] } = {
      same: 0,
      different: [],
      packUnknown: [],
    }
    const wishes = new Map<string, string>()
    // as they lie in the file now, not as they were read when the book was opened
    const known = {
      suitability: packsOfBook(tx, shippedSuitability).map(each => each.pack),
      questionnaires: questionnairesOfBook(tx, shippedQuestionnaires).map(each => each.pack),
    }
    const isPackSame = packChecker(known, hash)
    let index = 0
    for (const record of tx.evidence.iterate()) {
      const read = readRecord(record)
      if (!isPackSame(read)) faults.push({ kind: 'packDiffers', index, id: record.id })
      const wish = read.kind === 'suitability' ? EvidenceBody.safeParse(read.body).data?.wish : undefined
      if (wish !== undefined) wishes.set(record.id, wish)
      const result = rerunRecord(read, known)
      if (result === 'same') rerun.same += 1
      else if (result !== null) rerun[result].push(record.id)
      index += 1
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
