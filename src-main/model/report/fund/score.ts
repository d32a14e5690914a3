import { z } from 'zod'
import { Figure, FigureWindow } from '../figure.ts'

export const ForceId = z.enum(['return', 'resilience', 'stability', 'selection', 'timing'])
export type ForceId = z.infer<typeof ForceId>

/** One ability: the metric it is measured by, its rank in the peer group and the score of the rank. */
export const Force = z.object({ id: ForceId, metric: Figure, rank: Figure, score: Figure }).readonly()
export type Force = z.infer<typeof Force>

/** A2: five forces within the peer group; share classes of one fund count once. */
export const FundScore = z
  .object({
    window: FigureWindow.nullable(),
    peers: Figure,
    /** Mean of the five scores, rounded. */
    total: Figure,
    forces: z.array(Force).readonly(),
  })
  .readonly()
export type FundScore = z.infer<typeof FundScore>
