import { z } from 'zod'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

/** Names and formulas of figures, and the texts of the reasons why one is missing. */
export const FigureDefinitionsPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('definitions'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    definitions: z
      .record(z.string(), z.strictObject({ name: BiText, formula: BiText, explanation: BiText.optional() }).readonly())
      .readonly(),
    reasons: z.record(z.string(), BiText).readonly(),
  })
  .readonly()
export type FigureDefinitionsPack = z.infer<typeof FigureDefinitionsPack>
