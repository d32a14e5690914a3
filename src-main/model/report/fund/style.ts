import { z } from 'zod'
import { BiText } from '../../text.ts'
import { IsoDate } from '../../units.ts'
import { Figure, FigureWindow } from '../figure.ts'

export const StyleRow = z
  .object({
    id: z.string(),
    name: BiText,
    index: z.string(),
    weight: Figure,
    /** Weight the declared benchmark implies; null where it says nothing. */
    declared: z.number().nullable(),
  })
  .readonly()
export type StyleRow = z.infer<typeof StyleRow>

/** A6: what the returns say the fund holds, and how that moved. */
export const FundStyle = z
  .object({
    window: FigureWindow.nullable(),
    rows: z.array(StyleRow).readonly(),
    rSquared: Figure,
    /** Rolling weights: one line a style, one value a date. */
    rolling: z
      .object({
        dates: z.array(IsoDate).readonly(),
        lines: z.array(z.object({ id: z.string(), weights: z.array(z.number()).readonly() }).readonly()).readonly(),
      })
      .readonly(),
    /** Half the sum of absolute changes of weight over the last year: 0 steady, 1 entirely different. */
    drift: Figure,
    /** The same between the style found and the one the benchmark declares. */
    gap: Figure,
  })
  .readonly()
export type FundStyle = z.infer<typeof FundStyle>
