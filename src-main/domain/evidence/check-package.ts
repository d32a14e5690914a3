import type { PackageManifest, PackageRecords } from '../../model/evidence-package.ts'
import { hashRecord, type HashText } from './chain-record.ts'
import { packChecker } from './frozen-pack.ts'
import { readRecord } from './read-record.ts'
import { rerunRecord } from './rerun-record.ts'

export type PackageFault =
  | {
      readonly kind: 'changed' | 'misplaced' | 'packDiffers' | 'stranger' | 'unlinked'
      readonly number: number
      readonly id: string
    }
  | { readonly kind: 'missing'; readonly number: number; readonly id: null }

export interface PackageCheck {
  readonly faults: readonly PackageFault[]
  readonly rerun: {
    readonly same: number
    readonly different: readonly string[]
    readonly packUnknown: readonly string[]
  }
}

/**
 * What can be proved of one client's part of a chain: each record has its hash, they stand in order, neighbours link, all
 * are of this client, the last one is the end of the chain where it says so, every verdict comes out again from its frozen
 * facts by the packs that lie in the package, and these packs read as they did then. Records of other clients in between are not there, so a gap is no
 * fault; their number is the manifest's word, which its signature covers.
 */
export const checkPackage = (manifest: PackageManifest, content: PackageRecords, hash: HashText): PackageCheck => {
  const faults: PackageFault[] = []
  const rerun = { same: 0, different: [] as string[], packUnknown: [] as string[] }
  const known = { suitability: content.packs, questionnaires: content.questionnaires ?? [] }
  const isPackSame = packChecker(known, hash)
  let before: { readonly number: number; readonly hash: string } = { number: 0, hash: '0'.repeat(64) }
  for (const { number, record } of content.records) {
    const at = { number, id: record.id }
    if (hashRecord(record, hash) !== record.hash) faults.push({ kind: 'changed', ...at })
    if (number <= before.number || number > manifest.chain.count) faults.push({ kind: 'misplaced', ...at })
    else if (number === before.number + 1 && record.previous !== before.hash) faults.push({ kind: 'unlinked', ...at })
    if (number === manifest.chain.count && record.hash !== manifest.chain.hash) faults.push({ kind: 'unlinked', ...at })
    if (record.clientId !== manifest.clientId) faults.push({ kind: 'stranger', ...at })
    before = { number, hash: record.hash }
    const read = readRecord(record)
    if (!isPackSame(read)) faults.push({ kind: 'packDiffers', ...at })
    // packages of older programs enclose no questionnaire
    if (record.kind === 'assessment' && content.questionnaires === undefined) continue
    const result = rerunRecord(read, known)
    if (result === 'same') rerun.same += 1
    else if (result !== null) rerun[result].push(record.id)
  }
  if (content.records.length !== manifest.records)
    faults.push({ kind: 'missing', number: content.records.length + 1, id: null })
  return { faults, rerun }
}
