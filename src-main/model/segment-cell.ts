import { z } from 'zod'
import { AssetClass, RiskCapacity, RiskGrade, Style, Term, Tier } from './levels.ts'
import { ProductKind } from './product.ts'
import { ServiceStandard } from './service-standard.ts'
import { Ratio } from './units.ts'

/** Which products stand on the shelf of a cell: filters, never codes. */
export const ShelfFilter = z
  .strictObject({
    kinds: z.array(ProductKind).min(1).readonly(),
    tags: z.array(z.string().min(1)).readonly(),
    maximumGrade: RiskGrade,
    terms: z.array(Term).min(1).readonly(),
  })
  .readonly()
export type ShelfFilter = z.infer<typeof ShelfFilter>

const share = Ratio.min(0).max(1)

/** Shares of the five asset classes; they sum to one. */
export const TargetAllocation = z
  .strictObject({
    cash: share,
    fixedIncome: share,
    equity: share,
    multiAsset: share,
    overseasCommodity: share,
  } satisfies Record<AssetClass, typeof share>)
  .refine(t => Math.abs(Object.values(t).reduce((a, b) => a + b, 0) - 1) < 1e-9, 'the five shares must sum to 1')
  .readonly()
export type TargetAllocation = z.infer<typeof TargetAllocation>

/** Upper limits as shares of the client's assets. */
export const RiskCaps = z.strictObject({ singleProduct: share, singleClass: share, highGrades: share }).readonly()
export type RiskCaps = z.infer<typeof RiskCaps>

/** One of the fifteen cells of the matrix. */
export const SegmentCell = z
  .strictObject({
    tier: Tier,
    style: Style,
    service: ServiceStandard,
    shelf: ShelfFilter,
    targets: z.record(RiskCapacity, TargetAllocation),
    caps: z.record(RiskCapacity, RiskCaps),
  })
  .readonly()
export type SegmentCell = z.infer<typeof SegmentCell>
