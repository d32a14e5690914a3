import { z } from 'zod'
import { RiskCapacity, Term } from '../../levels.ts'
import { BiText } from '../../text.ts'

/** A plain sentence and the figures it rests on. */
export const Statement = z
  .object({ rule: z.string(), text: BiText, figures: z.array(z.string()).min(1).readonly() })
  .readonly()
export type Statement = z.infer<typeof Statement>

export const FundAlert = z
  .object({
    rule: z.string(),
    text: BiText,
    figures: z.array(z.string()).readonly(),
  })
  .readonly()
export type FundAlert = z.infer<typeof FundAlert>

/** A10: at most three strengths and three risks, whom it suits, and what to watch. */
export const FundConclusion = z
  .object({
    pack: z.string(),
    strengths: z.array(Statement).max(3).readonly(),
    risks: z.array(Statement).max(3).readonly(),
    suits: z
      .object({
        /** Lowest capacity that covers the grade; null where the grade is missing. */
        capacity: RiskCapacity.nullable(),
        term: Term.nullable(),
        redemptionDays: z.int().nullable(),
        text: BiText,
      })
      .readonly(),
    alerts: z.array(FundAlert).readonly(),
  })
  .readonly()
export type FundConclusion = z.infer<typeof FundConclusion>
