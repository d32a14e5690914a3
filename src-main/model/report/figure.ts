import { z } from 'zod'
import { IsoDate } from '../units.ts'

/** ratio: a part of one · return: signed change as a fraction · fen: money in 0.01 yuan · score: 0..100 · number: pure (Sharpe, beta, HHI). */
export const FigureUnit = z.enum(['ratio', 'return', 'fen', 'days', 'score', 'count', 'number'])
export type FigureUnit = z.infer<typeof FigureUnit>

export const FigureWindow = z.object({ from: IsoDate, to: IsoDate }).readonly()
export type FigureWindow = z.infer<typeof FigureWindow>

/** 口径卡: how one figure came about. */
export const FigureCard = z
  .object({
    /** `id@version` into the definitions pack. */
    definition: z.string().min(1),
    window: FigureWindow.nullable(),
    frequency: z.enum(['daily', 'weekly', 'monthly', 'event', 'snapshot']).nullable(),
    /** Number of observations. */
    n: z.int().min(0).nullable(),
    /** Risk-free rate a year, where the formula uses one. */
    rf: z.number().nullable(),
    benchmark: z.string().nullable(),
    asOf: IsoDate,
    inputs: z
      .array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]).nullable() }).readonly())
      .readonly(),
  })
  .readonly()
export type FigureCard = z.infer<typeof FigureCard>

/** One shown figure; a missing one carries `value: null` and the code of its reason, never 0. */
export const Figure = z
  .object({
    /** Unique within its report. */
    id: z.string().min(1),
    value: z.number().nullable(),
    unit: FigureUnit,
    /** Code of the reason, its text is in the definitions pack; null where there is a value. */
    reason: z.string().min(1).nullable(),
    card: FigureCard.nullable(),
  })
  .readonly()
export type Figure = z.infer<typeof Figure>
