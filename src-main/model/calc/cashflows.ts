import { z } from 'zod'
import { CalendarDate } from './series.ts'

export const XirrQuestion = z.strictObject({ cashflows: z.array(z.tuple([CalendarDate, z.number()])) })

export const DietzQuestion = z
  .strictObject({
    begin: z.number(),
    end: z.number(),
    days: z.number().positive(),
    flows: z.array(z.tuple([z.number().min(0), z.number()])),
  })
  .superRefine((q, context) => {
    q.flows.forEach(([day], i) => {
      if (day > q.days)
        context.addIssue({ code: 'custom', path: ['flows', i, 0], message: `day ${day} lies after days (${q.days})` })
    })
  })
