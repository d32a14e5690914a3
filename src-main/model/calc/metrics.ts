import { z } from 'zod'
import { CalendarDate, Numbers, sameLength } from './series.ts'

export const MetricsQuestion = z
  .strictObject({
    returns: Numbers,
    /** One a return, or one more with the date of the start first. */
    dates: z.array(CalendarDate).optional(),
    benchmarkReturns: Numbers.optional(),
    periodsPerYear: z.number().positive(),
    riskFreePerPeriod: z.number().gt(-1).default(0),
    requiredReturnPerPeriod: z.number().default(0),
  })
  .superRefine((q, context) => {
    const n = q.returns.length
    if (q.benchmarkReturns) sameLength(context, ['benchmarkReturns'], q.benchmarkReturns.length, 'returns', n)
    if (q.dates && q.dates.length !== n + 1) sameLength(context, ['dates'], q.dates.length, 'returns', n)
  })
