import { z } from 'zod'
import { BiText } from '../../text.ts'
import { Figure, FigureWindow } from '../figure.ts'

/** One set of risk figures over one window. */
export const RiskFigures = z
  .object({
    window: FigureWindow.nullable(),
    volatility: Figure,
    maxDrawdown: Figure,
    valueAtRisk95: Figure,
    conditionalValueAtRisk95: Figure,
    beta: Figure,
    worstDay: Figure,
  })
  .readonly()
export type RiskFigures = z.infer<typeof RiskFigures>

/** A replayed window or a shock of one factor, in fen and as part of the assets, before and after the change plan. */
export const StressRow = z
  .object({
    id: z.string(),
    name: BiText,
    window: FigureWindow.nullable(),
    now: Figure,
    nowShare: Figure,
    after: Figure,
    afterShare: Figure,
  })
  .readonly()
export type StressRow = z.infer<typeof StressRow>

/** B5: today's weights and the true history, apart. */
export const AccountRisk = z
  .object({
    today: RiskFigures,
    history: RiskFigures,
    stress: z.array(StressRow).readonly(),
    shocks: z.array(StressRow).readonly(),
    /** Stress windows, worst first, by id. */
    worst: z.array(z.string()).readonly(),
    pack: z.string(),
  })
  .readonly()
export type AccountRisk = z.infer<typeof AccountRisk>
