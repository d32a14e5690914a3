import { z } from 'zod'
import { ProductCode } from './ids.ts'
import { AssetClass, RiskGrade, Term, Variety } from './levels.ts'
import { Fen, IsoDate, Ratio } from './units.ts'

export const ProductKind = z.enum([
  'fund',
  'privateFund',
  'cashManagement',
  'note',
  'advisory',
  'etf',
  'stock',
  'convertible',
  'bond',
])
export type ProductKind = z.infer<typeof ProductKind>

/** Anything that can be held or suggested; funds have a row in `funds` too, under the same code. */
export const Product = z
  .object({
    code: ProductCode,
    name: z.string().min(1).max(200),
    kind: ProductKind,
    assetClass: AssetClass,
    riskGrade: RiskGrade.nullable(),
    gradedBy: z.string().max(100).nullable(),
    gradedOn: IsoDate.nullable(),
    term: Term.nullable(),
    variety: Variety.nullable(),
    highRisk: z.boolean(),
    /** Days from order to cash. */
    redemptionDays: z.int().min(0).nullable(),
    minimum: Fen.nullable(),
    /** Management, custody and sales fee a year, as a fraction. */
    annualFee: Ratio.nullable(),
    sale: z.enum(['open', 'limited', 'halted', 'closed']),
    onShelf: z.boolean(),
    tags: z.array(z.string().max(40)),
    maturesOn: IsoDate.nullable(),
    access: z.string().max(200).nullable(),
  })
  .readonly()
export type Product = z.infer<typeof Product>
