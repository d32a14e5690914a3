import { z } from 'zod'
import { BiText } from '../text.ts'
import { IsoDate } from '../units.ts'
import { FundAttribution } from './fund/attribution.ts'
import { FundConclusion } from './fund/conclusion.ts'
import { FundFees } from './fund/fees.ts'
import { FundHoldingsSection } from './fund/holdings.ts'
import { FundManagerSection } from './fund/manager.ts'
import { FundPerformance } from './fund/performance.ts'
import { FundProfile } from './fund/profile.ts'
import { FundRisk } from './fund/risk.ts'
import { FundScore } from './fund/score.ts'
import { FundStyle } from './fund/style.ts'

/** What every figure of the report was computed with. */
export const FundConventions = z
  .object({
    /** Risk-free rate a year. */
    rf: z.number(),
    /** Observations a year, found from the exchange calendar. */
    periodsPerYear: z.int(),
    frequency: z.enum(['daily', 'weekly']),
    /** Returns from the first NAV to the as-of day. */
    n: z.int(),
    /** First NAV used; a fund older than its stored NAV has data since a day, not since inception. */
    start: z
      .object({ kind: z.enum(['inception', 'data']), on: IsoDate })
      .readonly()
      .nullable(),
    benchmark: z.string().nullable(),
    peerGroup: z.string(),
    definitions: z.string(),
    conclusions: z.string(),
  })
  .readonly()
export type FundConventions = z.infer<typeof FundConventions>

/** Fund diagnosis, sections A1 to A10; screen and print show this and compute nothing. */
export const FundReport = z
  .object({
    kind: z.literal('fund'),
    /** Day of the newest NAV used. */
    asOf: IsoDate,
    /** Day the report was asked for. */
    date: IsoDate,
    conventions: FundConventions,
    profile: FundProfile,
    score: FundScore,
    performance: FundPerformance,
    risk: FundRisk,
    attribution: FundAttribution,
    style: FundStyle,
    holdings: FundHoldingsSection,
    manager: FundManagerSection,
    fees: FundFees,
    conclusion: FundConclusion,
    /** Name, formula and explanation of every definition used, and the text of every reason, by their ids. */
    definitions: z
      .record(z.string(), z.object({ name: BiText, formula: BiText, explanation: BiText.nullable() }).readonly())
      .readonly(),
    reasons: z.record(z.string(), BiText).readonly(),
  })
  .readonly()
export type FundReport = z.infer<typeof FundReport>
