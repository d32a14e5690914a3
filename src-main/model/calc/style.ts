import { z } from 'zod'
import { Numbers, sameLength } from './series.ts'

export const StyleQuestion = z
  .strictObject({ fund: Numbers.min(2), styles: z.record(z.string(), Numbers) })
  .superRefine((q, context) => {
    if (Object.keys(q.styles).length === 0)
      context.addIssue({ code: 'custom', path: ['styles'], message: 'needs at least one style' })
    for (const [name, returns] of Object.entries(q.styles))
      sameLength(context, ['styles', name], returns.length, 'fund', q.fund.length)
  })
