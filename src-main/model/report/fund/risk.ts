import { z } from 'zod'
import { IsoDate } from '../../units.ts'
import { Figure, FigureWindow } from '../figure.ts'

const line = z.array(z.number().nullable()).readonly()

export const DrawdownRow = z
  .object({
    depth: Figure,
    peak: IsoDate,
    trough: IsoDate,
    /** Null while not repaired. */
    recovery: IsoDate.nullable(),
    /** Exchange days from the peak to the recovery, to the as-of day while it is open. */
    days: Figure,
    daysToTrough: Figure,
    daysToRecovery: Figure,
  })
  .readonly()
export type DrawdownRow = z.infer<typeof DrawdownRow>

/** All metrics of one window, by metric key. */
export const RiskColumn = z
  .object({
    id: z.enum(['1y', '3y', '5y', 'sinceInception']),
    window: FigureWindow.nullable(),
    figures: z.record(z.string(), Figure).readonly(),
  })
  .readonly()
export type RiskColumn = z.infer<typeof RiskColumn>

/** A4: risk. */
export const FundRisk = z
  .object({
    /** Distance to the highest value so far, 0 or negative; same dates for both. */
    underwater: z
      .object({ dates: z.array(IsoDate).readonly(), fund: z.array(z.number()).readonly(), benchmark: line.nullable() })
      .readonly(),
    current: Figure,
    drawdowns: z.array(DrawdownRow).readonly(),
    columns: z.array(RiskColumn).readonly(),
    /** Sharpe of the trailing year. */
    rollingSharpe: z.object({ dates: z.array(IsoDate).readonly(), values: line, latest: Figure }).readonly(),
  })
  .readonly()
export type FundRisk = z.infer<typeof FundRisk>
