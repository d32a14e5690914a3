import { hash } from 'node:crypto'
import { canonicalJson } from '../../src-main/domain/evidence/canonical-json.ts'
import { chainStart, hashRecord, type StoredRecord } from '../../src-main/domain/evidence/chain-record.ts'
import { verifyChain } from '../../src-main/domain/evidence/verify-chain.ts'
import type { ChainRecord } from '../../src-main/model/evidence.ts'
import { IsoTime } from '../../src-main/model/units.ts'
import { evidenceBody, sha256 } from '../helpers/evidence.ts'
import { suitabilityPacks } from '../helpers/rule-packs.ts'
import { runBench, secondsOf, type BenchResult } from './bench-result.ts'

const count = 1_000_000
const distinct = 1_000
const batch = 20_000
const noBytes = new Uint8Array()

/** A chain of 1,000,000 frozen verdicts verified; the reference only hashes the same bytes, laid ready as buffers. */
export const verifyChainBench = (): Promise<BenchResult> => {
  const pack = suitabilityPacks().at(-1)
  if (pack === undefined) throw new Error('no suitability pack')
  const bodies = Array.from({ length: distinct }, (_, i) => canonicalJson(evidenceBody(i, pack)))
  const at = IsoTime.parse('2026-11-23T08:00:00.000Z')
  const hashes: string[] = []
  const unhashed = (i: number): Omit<ChainRecord, 'hash'> => ({
    id: `e-${i}`,
    at,
    clientId: `c-${i % 50_000}`,
    productCode: `p-${i % 12_000}`,
    kind: 'suitability',
    body: bodies[i % distinct] ?? '',
    previous: hashes[i - 1] ?? chainStart,
  })
  for (let i = 0; i < count; i++) hashes.push(hashRecord(unhashed(i), sha256))
  // as the database hands them over
  const stored = bodies.map(body => Buffer.from(body))
  const chain = function* (): Generator<StoredRecord> {
    for (let i = 0; i < count; i++)
      yield { ...unhashed(i), body: stored[i % distinct] ?? noBytes, hash: hashes[i] ?? '' }
  }
  return runBench({
    name: 'verify-chain',
    unit: 'records/s',
    runs: 3,
    toUnit: seconds => count / seconds,
    ours: () =>
      secondsOf(() => {
        const report = verifyChain(chain, sha256)
        if (report.count !== count || report.faults.length > 0) throw new Error('the chain of the benchmark is broken')
      }),
    reference: () => {
      let seconds = 0
      for (let from = 0; from < count; from += batch) {
        const bytes: Buffer[] = []
        const keep = (...parts: readonly (string | Uint8Array)[]): string =>
          `${bytes.push(Buffer.from(parts.join('')))}`
        for (let i = from; i < from + batch; i++) hashRecord(unhashed(i), keep)
        seconds += secondsOf(() => {
          for (const each of bytes) hash('sha256', each, 'hex')
        })
      }
      return seconds
    },
  })
}
