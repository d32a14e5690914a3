import { z } from 'zod'

/** What the windows of the next start ask first, with the answers as JSON by name of the call; they hold until that instant. */
export const FirstAnswers = z.object({
  answers: z.record(z.string(), z.string()),
  until: z.string(),
  /** Fictional data, whose key is not protected. */
  demo: z.boolean(),
})
export type FirstAnswers = z.infer<typeof FirstAnswers>
