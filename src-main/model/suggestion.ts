import { z } from 'zod'
import { ClientId, ProductCode } from './ids.ts'
import { AssetClass, RiskGrade } from './levels.ts'
import { Initiative } from './suitability-facts.ts'
import { Verdict } from './suitability-verdict.ts'
import { BiText } from './text.ts'
import { Fen, IsoTime, Ratio } from './units.ts'

export const SuggestionState = z.enum(['drafted', 'shown', 'accepted', 'declined', 'executedElsewhere', 'followedUp'])
export type SuggestionState = z.infer<typeof SuggestionState>

export const SuggestionFactor = z
  .object({
    factor: z.enum(['gap', 'overlap', 'cost', 'quality', 'term', 'liquidity']),
    points: z.number(),
    value: z.number().nullable(),
  })
  .readonly()
export type SuggestionFactor = z.infer<typeof SuggestionFactor>

/** Risk figures of a whole account. */
export const AccountRisk = z
  .object({
    weightedGrade: z.number().nullable(),
    highestGrade: RiskGrade.nullable(),
    shareAboveLevel: Ratio.nullable(),
    highGradeShare: Ratio,
    largestProduct: z.object({ code: z.string(), share: Ratio }).readonly().nullable(),
    largestClass: z.object({ assetClass: AssetClass, share: Ratio }).readonly().nullable(),
    breaches: z.array(
      z
        .object({
          kind: z.enum(['singleProduct', 'singleClass', 'highGrades']),
          what: z.string().nullable(),
          share: Ratio,
          cap: Ratio,
        })
        .readonly(),
    ),
  })
  .readonly()
export type AccountRisk = z.infer<typeof AccountRisk>

/** One thing that has to be done before the client may go on. */
export const SuggestionStep = z.object({ requirement: z.string(), text: BiText, done: z.boolean() }).readonly()
export type SuggestionStep = z.infer<typeof SuggestionStep>

/** Where in the account diagnosis a suggestion comes from: out of what, why, and at which fees. */
export const SuggestionOrigin = z
  .object({
    /** Id of the move of the change plan; null for a product of the shelf that the diagnosis offers. */
    move: z.string().nullable(),
    /** The holding that gives way, or idle cash; null where none does. */
    from: z.object({ code: z.string(), name: z.string() }).readonly().nullable(),
    reason: BiText.nullable(),
    why: z.array(BiText).readonly(),
    whyNot: z.array(BiText).readonly(),
    /** Fen to get out and in, once. */
    fees: Fen.nullable(),
    dataDate: z.string(),
  })
  .readonly()
export type SuggestionOrigin = z.infer<typeof SuggestionOrigin>

export const Suggestion = z
  .object({
    id: z.string().min(1).max(64),
    clientId: ClientId,
    code: ProductCode,
    name: z.string(),
    initiative: Initiative,
    amount: Fen,
    madeAt: IsoTime,
    /** What the client asked for, in its words and how it came; empty on the advisor's initiative. */
    wish: z.string().max(400).default(''),
    /** Null when it does not come from the account diagnosis. */
    diagnosis: SuggestionOrigin.nullable().default(null),
    state: SuggestionState,
    reasons: z.array(SuggestionFactor),
    against: z.array(SuggestionFactor),
    alternatives: z.array(z.object({ code: z.string(), name: z.string(), score: z.number() }).readonly()),
    /** Fee of a year on the amount, in fen; null when the fee is not known. */
    yearlyCost: Fen.nullable(),
    before: AccountRisk,
    after: AccountRisk,
    verdict: Verdict,
    steps: z.array(SuggestionStep),
    history: z.array(
      z.object({ state: SuggestionState, at: IsoTime, evidenceId: z.string(), reference: z.string() }).readonly(),
    ),
  })
  .readonly()
export type Suggestion = z.infer<typeof Suggestion>
