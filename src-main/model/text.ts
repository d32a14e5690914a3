import { z } from 'zod'

/** A finished sentence in both languages. */
export const BiText = z.object({ zh: z.string(), en: z.string() }).readonly()
export type BiText = z.infer<typeof BiText>
