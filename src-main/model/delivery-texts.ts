import { z } from 'zod'
import { BiText } from './text.ts'

/** What accompanies a report, and its terms; `{name}` and the like are filled in. Checked by the wording rules like everything else. */
export const DeliveryTexts = z
  .strictObject({
    version: z.string().min(1),
    /** Calendar days, ours: for which a printed reply page answers, and for which the task of an answer may wait. */
    days: z.strictObject({ replyPage: z.int().positive(), task: z.int().positive() }).readonly(),
    greeting: z.strictObject({ M: BiText, F: BiText, other: BiText }).readonly(),
    kinds: z.record(z.enum(['account', 'fund', 'comparison']), BiText),
    mail: z.strictObject({ subject: BiText, body: BiText }).readonly(),
    link: z.strictObject({ subject: BiText, body: BiText }).readonly(),
    task: BiText,
    answers: z.record(z.enum(['yes', 'partly', 'no', 'call', 'later', 'none']), BiText),
  })
  .readonly()
export type DeliveryTexts = z.infer<typeof DeliveryTexts>
