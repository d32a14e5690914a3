import { z } from 'zod'

/** A text in both languages of the program. */
export const LocalizedText = z.object({ zh: z.string().min(1), en: z.string().min(1) }).readonly()
export type LocalizedText = z.infer<typeof LocalizedText>
