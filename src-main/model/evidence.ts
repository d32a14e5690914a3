import { z } from 'zod'
import { SuitabilityClient, SuitabilityContext, SuitabilityProduct } from './suitability-facts.ts'
import { Verdict } from './suitability-verdict.ts'
import { BiText } from './text.ts'
import { IsoDate, IsoTime } from './units.ts'

/** What the client said to the texts it was shown. */
export const EvidenceAnswer = z
  .strictObject({
    kind: z.enum(['confirmed', 'insisted', 'declined']),
    at: IsoTime,
    by: z.enum(['client', 'advisor']),
    /** Recording, signed paper or electronic confirmation. */
    reference: z.string().max(200),
  })
  .readonly()
export type EvidenceAnswer = z.infer<typeof EvidenceAnswer>

/** A verdict frozen with all it rested on, so that it can be judged again years later. */
export const EvidenceBody = z
  .strictObject({
    client: SuitabilityClient,
    product: SuitabilityProduct,
    context: SuitabilityContext,
    /** Since when the facts hold. */
    dates: z
      .strictObject({
        assessedOn: IsoDate.nullable(),
        gradedOn: IsoDate.nullable(),
        gradedBy: z.string().nullable(),
        dataDate: IsoDate.nullable(),
      })
      .readonly(),
    verdict: Verdict,
    /** Texts put before the client, in full. */
    shown: z.array(z.strictObject({ id: z.string(), text: BiText }).readonly()).readonly(),
    answer: EvidenceAnswer.nullable(),
    by: z.strictObject({ id: z.string(), name: z.string(), licence: z.string() }).readonly(),
    /** What the verdict was for, and its id. */
    purpose: z.enum(['suggestion', 'report', 'check', 'rejudge']),
    reference: z.string().nullable(),
    /** What the client asked for, in its words, and how they came; on its initiative only. */
    wish: z.string().min(1).max(400).optional(),
    /** SHA-256 of the pack's canonical JSON, as it read on that day; records of older programs have none. */
    packSha256: z.string().length(64).optional(),
  })
  .readonly()
export type EvidenceBody = z.infer<typeof EvidenceBody>

const oneLine = z.string().regex(/^[^\n\r]+$/, 'one line, not empty')

/** One link of the append-only chain. `hash` covers every other field, `previous` included. */
export const ChainRecord = z
  .strictObject({
    id: oneLine,
    at: IsoTime,
    clientId: oneLine,
    productCode: oneLine.nullable(),
    kind: oneLine,
    /** Canonical JSON of the body, as it is stored. */
    body: z.string(),
    /** 64 zeros for the first. */
    previous: z.string().length(64),
    hash: z.string().length(64),
  })
  .readonly()
export type ChainRecord = z.infer<typeof ChainRecord>

/** How long the chain was and how it ended when this program last wrote to it; kept apart from it. */
export const ChainAnchor = z.object({ count: z.int(), hash: z.string() }).readonly()
export type ChainAnchor = z.infer<typeof ChainAnchor>
