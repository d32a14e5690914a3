import { z } from 'zod'
import { Fen, IsoDate } from '../../units.ts'
import { Figure, FigureWindow } from '../figure.ts'

/** One point of the chart: total assets and what was put in so far, both in fen. */
export const AssetPoint = z.object({ date: IsoDate, assets: Fen, netInvested: Fen }).readonly()
export type AssetPoint = z.infer<typeof AssetPoint>

/** Money in (positive) or out (negative); flows of one month are one triangle. */
export const AssetFlow = z.object({ date: IsoDate, amount: Fen }).readonly()
export type AssetFlow = z.infer<typeof AssetFlow>

export const ReturnPoint = z
  .object({
    date: IsoDate,
    /** Time-weighted index, 1 at the start. */
    account: z.number(),
    /** The target allocation in proxy indices, 1 at the start. */
    target: z.number().nullable(),
    /** Distance to the highest index so far, 0 or negative. */
    drawdown: z.number(),
  })
  .readonly()
export type ReturnPoint = z.infer<typeof ReturnPoint>

export const AccountPeriod = z
  .object({
    kind: z.enum(['yearToDate', 'oneYear', 'threeYears', 'fiveYears', 'sinceStart']),
    window: FigureWindow.nullable(),
    timeWeighted: Figure,
    /** Null under one year. */
    timeWeightedAnnual: Figure,
    /** Return of the target allocation over the same window. */
    target: Figure,
    xirr: Figure,
    modifiedDietz: Figure,
    gain: Figure,
    netFlow: Figure,
    volatility: Figure,
    maxDrawdown: Figure,
    sharpe: Figure,
    targetVolatility: Figure,
    targetMaxDrawdown: Figure,
  })
  .readonly()
export type AccountPeriod = z.infer<typeof AccountPeriod>

/** Profit and contribution to the time-weighted return of one product, held now or before; they add up to the total. */
export const ContributionRow = z
  .object({ code: z.string(), name: z.string(), held: z.boolean(), profit: Figure, contribution: Figure })
  .readonly()
export type ContributionRow = z.infer<typeof ContributionRow>

/** B2: assets over time, returns, profit by product. */
export const AccountPerformance = z
  .object({
    window: FigureWindow.nullable(),
    /** At most a few hundred points: last value of each week, and every day with a flow. */
    assets: z.array(AssetPoint).readonly(),
    flows: z.array(AssetFlow).readonly(),
    returns: z.array(ReturnPoint).readonly(),
    periods: z.array(AccountPeriod).readonly(),
    /** `whole` where the record covers the year from its first to its last days. */
    calendarYears: z
      .array(z.object({ year: z.int(), whole: z.boolean(), account: Figure, target: Figure }).readonly())
      .readonly(),
    /** Internal edition only. */
    months: z.array(z.object({ month: z.string(), account: Figure }).readonly()).readonly(),
    totalAssets: Figure,
    netInvested: Figure,
    /** Total assets minus net invested since the start of the history. */
    gain: Figure,
    contributionWindow: FigureWindow.nullable(),
    contributions: z.array(ContributionRow).readonly(),
    contributionTotal: z.object({ profit: Figure, contribution: Figure }).readonly(),
  })
  .readonly()
export type AccountPerformance = z.infer<typeof AccountPerformance>
