import type { EvidenceBody } from '../../model/evidence.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import { judgeSuitability } from '../suitability/judge-suitability.ts'
import { canonicalJson } from './canonical-json.ts'

export type RerunResult =
  | { readonly kind: 'same' }
  | { readonly kind: 'different'; readonly now: Verdict }
  /** The pack that the verdict names is not at hand. */
  | { readonly kind: 'packUnknown'; readonly pack: string }

/** Judges frozen facts again by the pack the verdict names and compares the whole verdict, texts included. */
export const rerunVerdict = (body: EvidenceBody, packs: readonly SuitabilityPack[]): RerunResult => {
  const pack = packs.find(p => p.version === body.verdict.pack)
  if (pack === undefined) return { kind: 'packUnknown', pack: body.verdict.pack }
  const now = judgeSuitability(body.client, body.product, body.context, pack)
  return canonicalJson(now) === canonicalJson(body.verdict) ? { kind: 'same' } : { kind: 'different', now }
}
