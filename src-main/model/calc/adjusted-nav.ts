import { z } from 'zod'
import { sameLength } from './series.ts'

export const AdjustedNavQuestion = z
  .strictObject({
    nav: z.array(z.number().positive()),
    dividends: z.array(z.number().min(0)).optional(),
    splits: z.array(z.number().positive()).optional(),
  })
  .superRefine((q, context) => {
    for (const key of ['dividends', 'splits'] as const) {
      const values = q[key]
      if (values) sameLength(context, [key], values.length, 'nav', q.nav.length)
    }
  })
