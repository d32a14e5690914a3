import { z } from 'zod'
import { AnnouncementKind } from '../announcement.ts'
import { FundType } from '../fund.ts'
import { AssetClass, RiskCapacity } from '../levels.ts'
import { ProductKind } from '../product.ts'
import { TradeSide } from '../trade.ts'
import { YieldCurve } from '../yield-chunk.ts'

const synonyms = z.record(z.string(), z.array(z.string()).readonly()).readonly()
const words = <T extends z.ZodType>(value: T) => z.record(z.string(), value).readonly()

/** How exports of the field name and word things: header synonyms in order of preference, and the words in cells. */
export const ImportPack = z
  .object({
    version: z.string().min(1),
    effectiveOn: z.iso.date(),
    headers: z
      .object({ clients: synonyms, holdings: synonyms, trades: synonyms, navs: synonyms, market: synonyms })
      .readonly(),
    /** Headers that only an export of 基金E账户 carries together. */
    externalMarks: z.array(z.string()).readonly(),
    sides: words(TradeSide),
    statuses: words(z.enum(['confirmed', 'pending', 'failed'])),
    /** Part of the name of a published yield curve: which one it is. */
    curves: words(YieldCurve),
    /** Column of a yield curve: its term in months. */
    tenors: words(z.int().positive()),
    /** Column of a table of ratings: whose stars it holds, and for how many years where one agency rates several periods. */
    ratings: words(z.object({ agency: z.string().min(1), years: z.int().positive().nullable() }).readonly()),
    /** Part of an announcement's title: what it is about; the first word that is in it counts. */
    announcements: words(AnnouncementKind),
    /** A fund whose type no table names, by its newest disclosed mix: the first line whose shares are all reached; without a mix the last. */
    fundTypes: z
      .array(z.object({ type: FundType, stock: z.number().min(0).max(1), bond: z.number().min(0).max(1) }).readonly())
      .min(1)
      .readonly(),
    productTypes: words(z.object({ kind: ProductKind, assetClass: AssetClass }).readonly()),
    riskCapacities: words(RiskCapacity),
    terms: words(z.literal([1, 2, 3])),
    varieties: words(z.literal([1, 2, 3, 4])),
    objectives: words(z.enum(['preserve', 'income', 'balanced', 'growth'])),
    totals: z.array(z.string()).readonly(),
    /** How a footnote under a table begins. */
    remarks: z.array(z.string()).readonly(),
    openEnds: z.array(z.string()).readonly(),
    missing: z.array(z.string()).readonly(),
    /** Names of the one currency that figures are kept in. */
    yuan: z.array(z.string()).readonly(),
    yes: z.array(z.string()).readonly(),
    organisations: z.array(z.string()).readonly(),
  })
  .readonly()
export type ImportPack = z.infer<typeof ImportPack>
