import { z } from 'zod'
import { Announcement } from '../model/announcement.ts'
import { RiskGrade } from '../model/levels.ts'
import { FundType } from '../model/fund.ts'
import { FundScreen, RankedId, SavedScreen } from '../model/fund-screen.ts'
import { FigureUnit } from '../model/report/figure.ts'
import { FundReport } from '../model/report/fund-report.ts'
import { BiText } from '../model/text.ts'
import { base, none } from './base.ts'

export const FundRow = z
  .object({
    code: z.string(),
    name: z.string(),
    search: z.string(),
    company: z.string(),
    type: FundType,
    peerGroup: z.string(),
    riskGrade: RiskGrade.nullable(),
    manager: z.string().nullable(),
    size: z.int().nullable(),
    inceptionOn: z.string(),
    return1y: z.number().nullable(),
    return3y: z.number().nullable(),
    volatility3y: z.number().nullable(),
    maxDrawdown3y: z.number().nullable(),
    sharpe3y: z.number().nullable(),
    score: z.number().nullable(),
    rank3y: z.int().nullable(),
    peers3y: z.int().nullable(),
    status: z.enum(['open', 'limited', 'halted', 'closed']),
    onShelf: z.boolean(),
  })
  .readonly()
export type FundRow = z.infer<typeof FundRow>

/** Funds that pass a screen with the values of its conditions in their order. */
export const ScreenResult = z
  .object({
    /** Funds left by type, grade, shelf and status, before the conditions. */
    asked: z.int(),
    /** How many of them each condition alone turns away. */
    failed: z.array(z.int()).readonly(),
    rows: z
      .array(z.object({ code: z.string(), values: z.array(z.number().nullable()).readonly() }).readonly())
      .readonly(),
  })
  .readonly()
export type ScreenResult = z.infer<typeof ScreenResult>

/** A metric of the screener: its texts, its unit and the better end of its scale. */
export const RankedMetricInfo = z
  .object({
    id: RankedId,
    name: BiText,
    formula: BiText,
    unit: FigureUnit,
    better: z.enum(['highest', 'lowest']),
  })
  .readonly()
export type RankedMetricInfo = z.infer<typeof RankedMetricInfo>

const square = z.array(z.array(z.number().nullable()).readonly()).readonly()

/** Two to six funds side by side; matrices in the order of the reports. */
export const FundComparison = z
  .object({
    reports: z.array(FundReport).readonly(),
    /** Adjusted NAV, 1 on the first day that all of them have. */
    curves: z.object({ dates: z.array(z.string()).readonly(), values: square }).readonly(),
    correlation: square,
    /** Fewest common daily returns of a shown pair. */
    commonDays: z.int(),
    /** Share of the disclosed positions two of them have in common; null where one discloses nothing. */
    overlap: square,
  })
  .readonly()
export type FundComparison = z.infer<typeof FundComparison>

export const funds = {
  list: base.input(none).output(z.array(FundRow)),
  diagnosis: base.input(z.object({ code: z.string(), asOf: z.iso.date().nullable() })).output(FundReport),
  announcements: base.input(z.object({ code: z.string() })).output(z.array(Announcement)),
  compare: base.input(z.object({ codes: z.array(z.string().max(20)).max(20) })).output(FundComparison),
  metrics: base.input(none).output(z.array(RankedMetricInfo)),
  screen: base.input(FundScreen).output(ScreenResult),
  screens: base.input(none).output(z.array(SavedScreen)),
  saveScreen: base.input(SavedScreen).output(z.array(SavedScreen)),
  removeScreen: base.input(z.object({ name: z.string() })).output(z.array(SavedScreen)),
}
