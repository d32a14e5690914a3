import { z } from 'zod'
import { AssetClass, RiskGrade } from '../../levels.ts'
import { BiText } from '../../text.ts'
import { Figure } from '../figure.ts'
import { VerdictLine } from './suitability.ts'

/** A product that passes the risk fit, with what speaks for it and against it. */
export const PlanOption = z
  .object({
    code: z.string(),
    name: z.string(),
    assetClass: AssetClass,
    riskGrade: RiskGrade.nullable(),
    verdict: VerdictLine,
    annualFee: Figure,
    score: Figure,
    /** Overlap with what stays in the account. */
    overlap: Figure,
    redemptionDays: Figure,
    why: z.array(BiText).readonly(),
    whyNot: z.array(BiText).readonly(),
  })
  .readonly()
export type PlanOption = z.infer<typeof PlanOption>

/** One step out of a holding (or idle cash) into one product, with up to two alternatives. */
export const PlanMove = z
  .object({
    id: z.string(),
    from: z.object({ code: z.string(), name: z.string() }).readonly(),
    to: PlanOption,
    amount: Figure,
    fees: Figure,
    reason: BiText,
    alternatives: z.array(PlanOption).max(2).readonly(),
  })
  .readonly()
export type PlanMove = z.infer<typeof PlanMove>

export const PlanSide = z
  .object({
    volatility: Figure,
    maxDrawdown: Figure,
    worstStress: Figure,
    annualCost: Figure,
    overlap: Figure,
    mismatchShare: Figure,
    weightedGrade: Figure,
    misplaced: Figure,
  })
  .readonly()
export type PlanSide = z.infer<typeof PlanSide>

export const PlanHolding = z
  .object({ code: z.string(), name: z.string(), now: Figure, proposed: Figure, change: Figure })
  .readonly()
export type PlanHolding = z.infer<typeof PlanHolding>

/** B9: now and proposed. Without a move it says why. */
export const ChangePlan = z
  .object({
    moves: z.array(PlanMove).readonly(),
    holdings: z.array(PlanHolding).readonly(),
    before: PlanSide,
    after: PlanSide,
    amount: Figure,
    fees: Figure,
    notes: z.array(BiText).readonly(),
  })
  .readonly()
export type ChangePlan = z.infer<typeof ChangePlan>

/** B10: products of the shelf that pass B6, best first. */
export const ProductOffer = z
  .object({
    rank: z.int().positive(),
    option: PlanOption,
    /** Fen missing in its asset class. */
    gap: Figure,
    minimum: Figure,
  })
  .readonly()
export type ProductOffer = z.infer<typeof ProductOffer>
