import { z } from 'zod'
import { SuitabilityVerdict } from './levels.ts'
import { SuitabilityCode } from './suitability-verdict.ts'
import { BiText } from './text.ts'

/** Why a verdict changed; more than one can apply. */
export const RematchCause = z.enum(['level', 'assessment', 'intention', 'grade', 'product', 'birthday', 'pack', 'new'])
export type RematchCause = z.infer<typeof RematchCause>

/**
 * `queued`: to be told; `told`, `acknowledged`: on record with a reference; `dropped`: the advisor gave a reason;
 * `lapsed`: nothing of it holds any more.
 */
export const NoticeState = z.enum(['queued', 'told', 'acknowledged', 'dropped', 'lapsed'])
export type NoticeState = z.infer<typeof NoticeState>

/** What may follow what; the rest is refused. */
export const noticeSteps: Readonly<Record<NoticeState, readonly NoticeState[]>> = {
  queued: ['told', 'dropped'],
  told: ['acknowledged', 'dropped'],
  acknowledged: [],
  dropped: [],
  lapsed: [],
}

export const NoticeHolding = z
  .object({
    code: z.string(),
    name: z.string(),
    /** Fen. */
    value: z.int(),
    before: SuitabilityVerdict,
    now: SuitabilityVerdict,
    codes: z.array(SuitabilityCode).readonly(),
    comparison: BiText,
    causes: z.array(RematchCause).readonly(),
  })
  .readonly()
export type NoticeHolding = z.infer<typeof NoticeHolding>

/** What a client is to be told of holdings that ceased to fit (Order 130 art. 21). Nothing is sold for it. */
export const Notice = z
  .object({
    id: z.string(),
    clientId: z.string(),
    madeAt: z.string(),
    /** Day of the judging, and its pack. */
    date: z.string(),
    pack: z.string(),
    holdings: z.array(NoticeHolding).readonly(),
    state: NoticeState,
    history: z
      .array(
        z
          .object({
            state: NoticeState,
            at: z.string(),
            /** How the client was told, or the reason. */
            note: z.string(),
            evidence: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type Notice = z.infer<typeof Notice>
