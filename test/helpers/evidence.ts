import { hashText as sha256 } from '../../src-main/adapters/system/hash-text.ts'
import { chainStart, linkRecord } from '../../src-main/domain/evidence/chain-record.ts'
import { judgeSuitability } from '../../src-main/domain/suitability/judge-suitability.ts'
import type { ChainRecord, EvidenceBody } from '../../src-main/model/evidence.ts'
import type { SuitabilityPack } from '../../src-main/model/suitability-pack.ts'
import { IsoDate, IsoTime } from '../../src-main/model/units.ts'

export { sha256 }

const capacities = ['C1', 'C2', 'C3', 'C4', 'C5'] as const
const grades = ['R1', 'R2', 'R3', 'R4', 'R5'] as const

/** The i-th of many different verdicts. */
export const evidenceBody = (i: number, pack: SuitabilityPack): EvidenceBody => {
  const client: EvidenceBody['client'] = {
    investorType: 'ordinary',
    riskCapacity: capacities[i % 5] ?? null,
    validUntil: IsoDate.parse('2027-06-30'),
    birthDate: IsoDate.parse(`19${50 + (i % 40)}-03-05`),
    term: 3,
    variety: 4,
  }
  const product: EvidenceBody['product'] = { riskGrade: grades[(i * 7) % 5] ?? null, term: 1, variety: 2 }
  const context: EvidenceBody['context'] = {
    date: IsoDate.parse('2026-11-23'),
    initiative: i % 3 === 0 ? 'client' : 'advisor',
  }
  const verdict = judgeSuitability(client, product, context, pack)
  return {
    client,
    product,
    context,
    dates: { assessedOn: IsoDate.parse('2026-07-01'), gradedOn: null, gradedBy: null, dataDate: context.date },
    verdict,
    shown: verdict.requirements,
    answer: null,
    by: { id: 'adv-1', name: '王芳', licence: 'S0000000000001' },
    purpose: 'check',
    reference: null,
  }
}

/** A whole chain of n verdicts. */
export const evidenceChain = (n: number, pack: SuitabilityPack): readonly ChainRecord[] => {
  const chain: ChainRecord[] = []
  for (let i = 0; i < n; i++) {
    const record = {
      id: `e-${i}`,
      at: IsoTime.parse('2026-11-23T08:00:00.000Z'),
      clientId: `c-${i % 97}`,
      productCode: `p-${i % 31}`,
      kind: 'suitability',
      body: evidenceBody(i, pack),
    }
    chain.push(linkRecord(record, chain.at(-1)?.hash ?? chainStart, sha256))
  }
  return chain
}
