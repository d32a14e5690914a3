import { z } from 'zod'
import { METRIC_KEYS } from './calc/metric-keys.ts'
import { FundType } from './fund.ts'
import { RiskGrade } from './levels.ts'

/** Metrics that are ranked over the market: all of them, and the constants of both timing models. */
export const RankedId = z.enum([...METRIC_KEYS, 'tmAlpha', 'tmGamma', 'hmAlpha', 'hmGamma'])
export type RankedId = z.infer<typeof RankedId>

/** Facts beside the metrics: score 0..100, size of the class in fen, years since inception, yearly fee as a fraction. */
export const ScreenFact = z.enum(['score', 'size', 'years', 'annualFee'])
export type ScreenFact = z.infer<typeof ScreenFact>

const bounds = { min: z.number().nullable(), max: z.number().nullable() }

/** One condition: the value itself, or its place among the peers (0 the first, 1 the last). A missing value never passes. */
export const ScreenCondition = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('metric'),
      metric: RankedId,
      window: z.enum(['1y', '3y']),
      by: z.enum(['value', 'place']),
      ...bounds,
    })
    .readonly(),
  z.object({ kind: z.literal('fact'), fact: ScreenFact, ...bounds }).readonly(),
])
export type ScreenCondition = z.infer<typeof ScreenCondition>

/** What a fund has to be; an empty list asks for nothing. */
export const FundScreen = z
  .object({
    types: z.array(FundType).readonly(),
    grades: z.array(RiskGrade).readonly(),
    onShelf: z.boolean(),
    open: z.boolean(),
    conditions: z.array(ScreenCondition).max(20).readonly(),
  })
  .readonly()
export type FundScreen = z.infer<typeof FundScreen>

/** A screen the advisor keeps under a name. */
export const SavedScreen = z.object({ name: z.string().trim().min(1).max(40), screen: FundScreen }).readonly()
export type SavedScreen = z.infer<typeof SavedScreen>
