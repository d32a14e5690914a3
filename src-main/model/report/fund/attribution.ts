import { z } from 'zod'
import { AssetClass } from '../../levels.ts'
import { Figure, FigureWindow } from '../figure.ts'

export const TimingModel = z.object({ alpha: Figure, beta: Figure, gamma: Figure, gammaT: Figure }).readonly()
export type TimingModel = z.infer<typeof TimingModel>

/** Effects of one asset class, linked over the periods. */
export const BrinsonRow = z
  .object({ class: AssetClass, allocation: Figure, selection: Figure, interaction: Figure })
  .readonly()
export type BrinsonRow = z.infer<typeof BrinsonRow>

/** A5: where the return came from. */
export const FundAttribution = z
  .object({
    window: FigureWindow.nullable(),
    treynorMazuy: TimingModel,
    henrikssonMerton: TimingModel,
    /** Share of the disclosed investments whose positions are known by name. */
    coverage: Figure,
    /** Below 60 % coverage the regressions are preferred. */
    preferred: z.enum(['holdings', 'regression']),
    brinson: z
      .object({
        window: FigureWindow.nullable(),
        periods: Figure,
        rows: z.array(BrinsonRow).readonly(),
        allocation: Figure,
        selection: Figure,
        interaction: Figure,
        active: Figure,
      })
      .readonly(),
    /** Bond funds: income, shift of the treasury curve, spread, and the rest. */
    campisi: z
      .object({
        window: FigureWindow.nullable(),
        income: Figure,
        treasury: Figure,
        spread: Figure,
        selection: Figure,
        total: Figure,
      })
      .readonly(),
  })
  .readonly()
export type FundAttribution = z.infer<typeof FundAttribution>
