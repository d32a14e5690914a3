import { z } from 'zod'
import { RiskGrade } from './levels.ts'
import { BiText } from './text.ts'

/** Something that happens to a product and touches whoever holds it. */
export const ProductEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('gradeRaised'), to: RiskGrade }).readonly(),
  z.object({ kind: z.literal('managerChanged') }).readonly(),
  z.object({ kind: z.literal('halted') }).readonly(),
  z.object({ kind: z.literal('maturity') }).readonly(),
])
export type ProductEvent = z.infer<typeof ProductEvent>

const byKind = z
  .strictObject({ gradeRaised: BiText, managerChanged: BiText, halted: BiText, maturity: BiText })
  .readonly()

/** Sentences of the drafts, `{{name}}` for what is filled in. */
export const ProductEventTexts = z
  .strictObject({
    title: byKind,
    what: byKind,
    unknownDate: BiText,
    fits: z.strictObject({ match: BiText, mismatch: BiText, undetermined: BiText }).readonly(),
    letter: BiText,
  })
  .readonly()
export type ProductEventTexts = z.infer<typeof ProductEventTexts>
