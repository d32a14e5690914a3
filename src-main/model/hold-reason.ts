import { z } from 'zod'

/** Why a result does not count before head office has looked at it. */
export const HoldReason = z.enum([
  'answeredByAdvisor',
  'levelJump',
  'contradictionsKept',
  'answeredQuickly',
  /** The rise makes a product possible that was just refused for its risk, or is on its way to the client. */
  'purchaseWaiting',
])
export type HoldReason = z.infer<typeof HoldReason>
