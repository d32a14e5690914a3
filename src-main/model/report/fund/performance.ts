import { z } from 'zod'
import { IsoDate } from '../../units.ts'
import { Figure, FigureWindow } from '../figure.ts'

const line = z.array(z.number().nullable()).readonly()

/** Adjusted NAV, 1 at the start; benchmark and peers set to the same start. At most a few hundred points. */
export const FundCurve = z
  .object({
    dates: z.array(IsoDate).readonly(),
    fund: z.array(z.number()).readonly(),
    /** Value of the last day, and what the whole line is. */
    latest: Figure,
    benchmark: line.nullable(),
    peers: z.object({ count: z.int(), p10: line, p25: line, median: line, p75: line, p90: line }).readonly().nullable(),
  })
  .readonly()
export type FundCurve = z.infer<typeof FundCurve>

export const PeriodId = z.enum(['ytd', '1y', '3y', '5y', '7y', '10y', 'sinceManager', 'sinceInception'])
export type PeriodId = z.infer<typeof PeriodId>

/** One column of the period table: return and risk of the same window. */
export const FundPeriod = z
  .object({
    id: PeriodId,
    window: FigureWindow.nullable(),
    fund: Figure,
    benchmark: Figure,
    excess: Figure,
    peerMedian: Figure,
    rank: Figure,
    peers: Figure,
    quartile: Figure,
    /** Null under one year. */
    annualReturn: Figure,
    volatility: Figure,
    maxDrawdown: Figure,
    sharpe: Figure,
    informationRatio: Figure,
  })
  .readonly()
export type FundPeriod = z.infer<typeof FundPeriod>

export const CalendarYear = z
  .object({
    year: z.int(),
    /** The first and the current year may be short. */
    whole: z.boolean(),
    fund: Figure,
    benchmark: Figure,
    excess: Figure,
    maxDrawdown: Figure,
    rank: Figure,
    peers: Figure,
    quartile: Figure,
    /** January to December; null where the fund had no full month. Internal edition only. */
    months: z.array(Figure.nullable()).length(12).readonly(),
  })
  .readonly()
export type CalendarYear = z.infer<typeof CalendarYear>

/** What every start day with this holding period would have brought. */
export const RollingHold = z
  .object({
    id: z.enum(['6m', '1y', '2y', '3y']),
    starts: Figure,
    worst: Figure,
    p5: Figure,
    median: Figure,
    p95: Figure,
    best: Figure,
    positive: Figure,
  })
  .readonly()
export type RollingHold = z.infer<typeof RollingHold>

/** A3: performance against benchmark and peers. */
export const FundPerformance = z
  .object({
    curve: FundCurve,
    periods: z.array(FundPeriod).readonly(),
    /** Newest first. */
    years: z.array(CalendarYear).readonly(),
    /** Rank of the trailing year at each quarter end. */
    standing: z
      .array(
        z
          .object({ date: IsoDate, rank: z.int(), peers: z.int(), quartile: z.int(), percentile: z.number() })
          .readonly(),
      )
      .readonly(),
    /** Percentile at the newest quarter end. */
    latestStanding: Figure,
    /** Months above 0, and above the benchmark. */
    winRate: Figure,
    winRateAgainstBenchmark: Figure,
    hold: z.array(RollingHold).readonly(),
  })
  .readonly()
export type FundPerformance = z.infer<typeof FundPerformance>
