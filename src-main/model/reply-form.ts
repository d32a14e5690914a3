import { z } from 'zod'
import { IsoTime } from './units.ts'

/**
 * The reply page of a report that was handed over as a file or on paper. The device makes its token, so that the QR
 * code can be printed before head office has heard of it.
 */
export const ReplyForm = z
  .object({
    token: z.string().regex(/^[\w-]{22,64}$/),
    accessCode: z.string().regex(/^\d{6,12}$/),
    reportId: z.string().min(1).max(64),
    title: z.string().min(1).max(200),
    expiresAt: IsoTime,
  })
  .readonly()
export type ReplyForm = z.infer<typeof ReplyForm>
