import { z } from 'zod'

/** Why a report was printed by the other printer: the usual one is not there, did not answer, or failed. */
export const PrinterFault = z.object({ where: z.string(), why: z.enum(['absent', 'hung', 'failed']) }).readonly()
export type PrinterFault = z.infer<typeof PrinterFault>
