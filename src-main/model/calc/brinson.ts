import { z } from 'zod'
import { Numbers, sameLength } from './series.ts'

const Period = z.strictObject({ wp: Numbers.min(1), wb: Numbers, rp: Numbers, rb: Numbers })

const Several = z.strictObject({ periods: z.array(Period).min(1) }).superRefine((q, context) => {
  const segments = q.periods[0]?.wp.length ?? 0
  q.periods.forEach((period, t) => {
    sameLength(context, ['periods', t, 'wp'], period.wp.length, 'the first period', segments)
    checkLengths(context, ['periods', t], period)
  })
})

const Single = Period.superRefine((period, context) => checkLengths(context, [], period))

export const BrinsonQuestion = { several: Several, single: Single }

function checkLengths(context: z.RefinementCtx, at: readonly (string | number)[], p: z.infer<typeof Period>): void {
  for (const key of ['wb', 'rp', 'rb'] as const) sameLength(context, [...at, key], p[key].length, 'wp', p.wp.length)
}
