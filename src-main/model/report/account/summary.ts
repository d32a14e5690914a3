import { z } from 'zod'
import { BiText } from '../../text.ts'
import { Figure } from '../figure.ts'

/** A finding or an action: at most a dozen words of title, then the evidence; `figures` are ids within this report. */
export const Statement = z
  .object({
    rule: z.string(),
    title: BiText,
    text: BiText,
    figures: z.array(z.string()).readonly(),
    /** Holdings it speaks of. */
    codes: z.array(z.string()).readonly(),
  })
  .readonly()
export type Statement = z.infer<typeof Statement>

export const Force = z.enum(['return', 'resilience', 'stability', 'selection', 'timing'])
export type Force = z.infer<typeof Force>

/** One of the three fits of the cover page. */
export const FitLight = z
  .object({
    fit: z.enum(['service', 'smart', 'risk']),
    state: z.enum(['match', 'mismatch', 'undetermined']),
    text: BiText,
  })
  .readonly()
export type FitLight = z.infer<typeof FitLight>

/** The cover page. */
export const AccountSummary = z
  .object({
    lead: BiText,
    findings: z.array(Statement).max(3).readonly(),
    actions: z.array(Statement).max(3).readonly(),
    fits: z.array(FitLight).readonly(),
    /** 组合五力: value-weighted scores of the scored funds. */
    forces: z.array(z.object({ force: Force, score: Figure }).readonly()).readonly(),
    scoredShare: Figure,
    scoredCount: z.int().min(0),
  })
  .readonly()
export type AccountSummary = z.infer<typeof AccountSummary>

/** The figures called of three years are of the whole history where that is shorter: `longPeriod` says which, labels follow it. */
export const AccountKeyFigures = z
  .object({
    longPeriod: z.enum(['threeYears', 'sinceStart']),
    totalAssets: Figure,
    twrOneYear: Figure,
    twrThreeYears: Figure,
    xirrThreeYears: Figure,
    behaviourGap: Figure,
    maxDrawdownThreeYears: Figure,
    volatilityHistory: Figure,
    volatilityToday: Figure,
    diversificationRatio: Figure,
    effectiveHoldings: Figure,
    weightedGrade: Figure,
    shareAbove: Figure,
  })
  .readonly()
export type AccountKeyFigures = z.infer<typeof AccountKeyFigures>
