import { z } from 'zod'
import { BiText } from '../../text.ts'
import { IsoDate } from '../../units.ts'

/** B11: what has to stand at the end. */
export const AccountClosing = z
  .object({
    riskNotice: z.array(BiText).readonly(),
    declarations: z.array(BiText).readonly(),
    basis: z.array(BiText).readonly(),
    replies: z.array(z.object({ id: z.string(), text: BiText }).readonly()).readonly(),
    versions: z.array(z.object({ name: z.string(), version: z.string() }).readonly()).readonly(),
    reportId: z.string().nullable(),
    /** SHA-256 of the frozen inputs, where the caller made one. */
    inputHash: z.string().nullable(),
    advisor: z.object({ name: z.string(), licence: z.string(), branch: z.string().nullable() }).readonly().nullable(),
    dataAsOf: IsoDate,
  })
  .readonly()
export type AccountClosing = z.infer<typeof AccountClosing>
