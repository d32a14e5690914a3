import { packHash } from '../../domain/evidence/frozen-pack.ts'
import type { ChainRecord, EvidenceAnswer, EvidenceBody } from '../../model/evidence.ts'
import type { Product } from '../../model/product.ts'
import type { Initiative } from '../../model/suitability-facts.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import { IsoDate, IsoTime } from '../../model/units.ts'
import { suitabilityClient, suitabilityProduct, type DatedClient } from '../book/suitability-facts.ts'
import { appendEvidence } from './append-evidence.ts'
import type { HashText } from '../ports/hash-text.ts'
import type { WriteTx } from '../ports/store.ts'
import { keepUsedPack } from '../rule-packs/kept-packs.ts'

export interface Author {
  readonly id: string
  readonly name: string
  readonly licence: string
}

export interface VerdictToFreeze {
  readonly client: DatedClient
  readonly product: Product
  readonly initiative: Initiative
  readonly today: string
  readonly dataDate: string
  readonly pack: SuitabilityPack
  readonly verdict: Verdict
  readonly answer: EvidenceAnswer | null
  readonly by: Author
  readonly purpose: EvidenceBody['purpose']
  readonly reference: string | null
  /** The client's own words; empty on the advisor's initiative. */
  readonly wish?: string
}

/** The texts of a verdict that are put before the client: its requirements, each with its steps. */
export const textsShown = (verdict: Verdict, pack: SuitabilityPack): EvidenceBody['shown'] => {
  const steps = new Map(pack.requirements.map(requirement => [requirement.id, requirement.steps]))
  return verdict.requirements.flatMap(({ id, text }) => [
    { id, text },
    ...(steps.get(id) ?? []).map((step, i) => ({ id: `${id}.${i + 1}`, text: step })),
  ])
}

/** Appends one verdict to the chain with all it rests on; called inside the transaction that uses the verdict. */
export const freezeVerdict = (
  tx: WriteTx,
  given: VerdictToFreeze,
  made: { readonly id: string; readonly at: string; readonly hash: HashText },
): ChainRecord => {
  const { client, product, verdict, pack, today } = given
  const body: EvidenceBody = {
    client: suitabilityClient(client),
    product: suitabilityProduct(product),
    context: { date: IsoDate.parse(today), initiative: given.initiative },
    dates: {
      assessedOn: client.assessedOn,
      gradedOn: product.gradedOn,
      gradedBy: product.gradedBy,
      dataDate: IsoDate.parse(given.dataDate),
    },
    verdict,
    shown: textsShown(verdict, pack),
    answer: given.answer,
    by: given.by,
    purpose: given.purpose,
    reference: given.reference,
    ...(given.wish === undefined || given.wish === '' ? {} : { wish: given.wish }),
    packSha256: packHash(pack, made.hash),
  }
  keepUsedPack(tx, pack, made.at)
  return appendEvidence(
    tx,
    {
      id: made.id,
      at: IsoTime.parse(made.at),
      clientId: client.id,
      productCode: product.code,
      kind: 'suitability',
      body,
    },
    made.hash,
  )
}
