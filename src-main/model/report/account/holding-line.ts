import { z } from 'zod'
import { FundType } from '../../fund.ts'
import { AssetClass, RiskGrade } from '../../levels.ts'
import { BiText } from '../../text.ts'
import { ProductKind } from '../../product.ts'
import { IsoDate } from '../../units.ts'
import { Figure } from '../figure.ts'
import { VerdictLine } from './suitability.ts'

export const HoldingConclusion = z.enum(['keep', 'watch', 'replaceable'])
export type HoldingConclusion = z.infer<typeof HoldingConclusion>

/** B8: one line a holding, with the one figure that decides. Cash stands last with kind `cash`. */
export const HoldingLine = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.union([ProductKind, z.literal('cash'), z.literal('unknown')]),
    fundType: FundType.nullable(),
    assetClass: AssetClass.nullable(),
    riskGrade: RiskGrade.nullable(),
    manager: z.string().nullable(),
    units: z.number().nullable(),
    /** Moving-average cost and last price of one unit, in yuan. */
    unitCost: z.number().nullable(),
    price: z.number().nullable(),
    priceDate: IsoDate.nullable(),
    value: Figure,
    share: Figure,
    riskContribution: Figure,
    /** Open profit against cost plus realised profit and dividends. */
    profit: Figure,
    openProfit: Figure,
    openProfitRate: Figure,
    oneYear: Figure,
    holdingDays: Figure,
    maxDrawdown: Figure,
    volatility: Figure,
    annualFee: Figure,
    /** Total of the five forces within its peer group. */
    score: Figure,
    verdict: VerdictLine.nullable(),
    conclusion: HoldingConclusion.nullable(),
    /** Figure that decided and the sentence that says so. */
    because: z.object({ rule: z.string(), figure: Figure, sentence: BiText }).readonly().nullable(),
    /** Above 10 % of the assets or flagged: gets its own page. */
    page: z.boolean(),
  })
  .readonly()
export type HoldingLine = z.infer<typeof HoldingLine>
