import { z } from 'zod'
import { IsoDate, Ratio } from './units.ts'

/** Disclosed portfolio of one fund at one report date; key `fundId|date`. Top ten in quarterly reports, all in half-year and annual ones. */
export const FundHoldings = z
  .object({
    fundId: z.string().min(1).max(40),
    date: IsoDate,
    scope: z.enum(['topTen', 'all']),
    allocation: z.object({ equity: Ratio, bond: Ratio, cash: Ratio, fund: Ratio, other: Ratio }).readonly(),
    positions: z.array(
      z
        .object({
          code: z.string().max(40),
          name: z.string().max(100),
          kind: z.enum(['stock', 'bond', 'fund']),
          sector: z.string().max(40).nullable(),
          credit: z.string().max(10).nullable(),
          weight: Ratio,
        })
        .readonly(),
    ),
    /** Sums by sector as disclosed: they count every share, where the positions may be the first ten only. */
    sectors: z
      .array(z.object({ code: z.string().max(20), name: z.string().min(1).max(60), weight: Ratio }).readonly())
      .default([]),
  })
  .readonly()
export type FundHoldings = z.infer<typeof FundHoldings>
