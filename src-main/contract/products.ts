import { z } from 'zod'
import { AssetClass, RiskGrade, Style, SuitabilityVerdict, Term, Tier, Variety } from '../model/levels.ts'
import { ProductKind } from '../model/product.ts'
import { BiText } from '../model/text.ts'
import { base, none } from './base.ts'

export const ShelfRow = z
  .object({
    code: z.string(),
    name: z.string(),
    search: z.string(),
    kind: ProductKind,
    assetClass: AssetClass,
    riskGrade: RiskGrade.nullable(),
    gradedBy: z.string().nullable(),
    gradedOn: z.string().nullable(),
    term: Term.nullable(),
    variety: Variety.nullable(),
    highRisk: z.boolean(),
    redemptionDays: z.int().nullable(),
    minimum: z.int().nullable(),
    annualFee: z.number().nullable(),
    sale: z.enum(['open', 'limited', 'halted', 'closed']),
    access: z.string().nullable(),
    maturesOn: z.string().nullable(),
    /** Cells of the matrix on whose shelf it stands, `5-allocation`. */
    cells: z.array(z.string()),
    holders: z.int(),
    heldValue: z.int(),
    match: z.int(),
    mismatch: z.int(),
    undetermined: z.int(),
  })
  .readonly()
export type ShelfRow = z.infer<typeof ShelfRow>

const who = { clientId: z.string(), name: z.string(), tier: Tier.nullable(), style: Style.nullable(), assets: z.int() }

export const AudienceView = z
  .object({
    code: z.string(),
    name: z.string(),
    counts: z.object({ match: z.int(), mismatch: z.int(), undetermined: z.int() }).readonly(),
    /** Matches whose cell has the product on its shelf, the best fitting first. */
    clients: z.array(
      z.object({ ...who, score: z.number(), held: z.int(), cash: z.int(), comparison: BiText }).readonly(),
    ),
    /** Clients it does not fit, by the first code of the verdict. */
    whyNot: z.array(z.object({ code: z.string(), count: z.int() }).readonly()),
    /** A match, but the product is not on the shelf of the client's cell. */
    offShelf: z.int(),
  })
  .readonly()
export type AudienceView = z.infer<typeof AudienceView>

export const ProductEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('gradeRaised'), to: RiskGrade }).readonly(),
  z.object({ kind: z.literal('managerChanged') }).readonly(),
  z.object({ kind: z.literal('halted') }).readonly(),
  z.object({ kind: z.literal('maturity') }).readonly(),
])
export type ProductEvent = z.infer<typeof ProductEvent>

export const AffectedView = z
  .object({
    code: z.string(),
    clients: z.array(
      z
        .object({
          ...who,
          value: z.int(),
          share: z.number(),
          before: SuitabilityVerdict,
          after: SuitabilityVerdict,
          comparison: BiText,
        })
        .readonly(),
    ),
    value: z.int(),
    /** Holdings that fitted before the event and do not after it. */
    worse: z.int(),
  })
  .readonly()
export type AffectedView = z.infer<typeof AffectedView>

export const products = {
  shelf: base.input(none).output(z.array(ShelfRow)),
  audience: base.input(z.object({ code: z.string() })).output(AudienceView),
  affected: base.input(z.object({ code: z.string(), event: ProductEvent })).output(AffectedView),
}
