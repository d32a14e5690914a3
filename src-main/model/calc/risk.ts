import { z } from 'zod'
import { Numbers, sameLength } from './series.ts'

const Correlation = z.number().min(-1).max(1)
/** Rounded matrices differ from themselves mirrored by no more than this. */
const SLACK = 1e-6

export const RiskQuestion = z
  .strictObject({
    weights: Numbers.min(1),
    volatilities: z.array(z.number().min(0)),
    correlations: z.array(z.array(Correlation)),
  })
  .superRefine((q, context) => {
    const n = q.weights.length
    sameLength(context, ['volatilities'], q.volatilities.length, 'weights', n)
    sameLength(context, ['correlations'], q.correlations.length, 'weights', n)
    q.correlations.forEach((row, i) => {
      sameLength(context, ['correlations', i], row.length, 'weights', n)
      row.forEach((value, j) => {
        const wanted = i === j ? 1 : (q.correlations[j]?.[i] ?? value)
        if (Math.abs(value - wanted) > SLACK)
          context.addIssue({
            code: 'custom',
            path: ['correlations', i, j],
            message: i === j ? `is ${value}, the diagonal must be 1` : `is ${value}, its mirror is ${wanted}`,
          })
      })
    })
  })
