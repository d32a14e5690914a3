import { z } from 'zod'
import { IsoDate } from '../units.ts'

/** Where the reader can answer online: link, code, and the link as a QR code (a path in a square of `size` units). */
export const ReplyInvite = z
  .object({
    url: z.url({ protocol: /^https?$/ }),
    accessCode: z.string().regex(/^\d{6,12}$/),
    until: IsoDate,
    qr: z.object({ size: z.int().positive(), path: z.string().regex(/^[MhvHVz0-9 -]*$/) }).readonly(),
  })
  .readonly()
export type ReplyInvite = z.infer<typeof ReplyInvite>
