import { z } from 'zod'
import { FundType } from './fund.ts'
import { AssetClass, RiskCapacity, RiskGrade } from './levels.ts'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

/** A figure of the report by its id against a mark; a missing figure never holds. */
const Test = z
  .strictObject({ figure: z.string().min(1), op: z.enum(['>', '>=', '<', '<=', '=']), value: z.number() })
  .readonly()

/** Of the rules whose tests all hold, those with the highest `base + scale * figure` are shown. */
export const FundStatementRule = z
  .strictObject({
    id: z.string().min(1),
    /** Fund types it speaks of; empty for all. */
    types: z.array(FundType).readonly(),
    when: z.array(Test).min(1).readonly(),
    rank: z.strictObject({ base: z.number(), figure: z.string().nullable(), scale: z.number() }).readonly(),
    /** `{id}` is replaced by the figure of that id, `{scoreWindow}` by the window of the score in words. */
    text: BiText,
    figures: z.array(z.string()).readonly(),
  })
  .readonly()
export type FundStatementRule = z.infer<typeof FundStatementRule>

const part = z.number().min(0).max(1)

/** Thresholds, index roles and sentences of the fund diagnosis. */
export const FundConclusionsPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('conclusions'),
    subject: z.literal('fund'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    name: BiText,
    thresholds: z
      .strictObject({
        /** Fewest returns for a risk figure and for a score. */
        minimumReturns: z.int().min(2),
        /** Days after inception (or after a manager took over) within which the first NAV still counts as that of the start. */
        firstNavDays: z.int().min(0),
        /** This many NAVs on consecutive exchange days end a closed period. */
        dailyRun: z.int().positive(),
        /** Exchange days a NAV may be late and still stand for the newest ones: QDII come a day late. */
        lateDays: z.int().min(0),
        /** Days for which a raised grade is an alert. */
        gradeNewsDays: z.int().positive(),
        /** Below this coverage of disclosed holdings the regressions are preferred. */
        coverage: part,
        /** A fund with more of its assets in bonds has a duration to disclose. */
        bondShare: part,
        /** A yield older than this many days says nothing about a day: more than the longest holidays of the market. */
        staleYieldDays: z.int().positive(),
        /** Fewest months of a share of months. */
        fewestMonths: z.int().positive(),
        /** Part of the exchange days that must carry a NAV of their own where funds are compared. */
        minimumDensity: part,
        /** Example amount of the costs, in fen, and its holding periods in days. */
        exampleAmount: z.int().positive(),
        holdDays: z.array(z.int().positive()).readonly(),
        /** Style: window in weeks and fewest weeks. */
        styleWeeks: z.int().positive(),
        styleLeast: z.int().positive(),
      })
      .readonly(),
    /** Style indices: the first code with a series is used. */
    styles: z
      .array(
        z
          .strictObject({
            id: z.string(),
            name: BiText,
            indices: z.array(z.string()).min(1).readonly(),
            class: AssetClass,
          })
          .readonly(),
      )
      .readonly(),
    /** Asset class of an index by the longest prefix of its code. */
    indexClasses: z.array(z.strictObject({ prefix: z.string(), class: AssetClass }).readonly()).readonly(),
    /** Deepest drawdown over three years that fits each grade. */
    gradeDrawdowns: z.record(RiskGrade, part).readonly(),
    /** Lowest capacity that covers each grade. */
    gradeCapacities: z.record(RiskGrade, RiskCapacity).readonly(),
    strengths: z.array(FundStatementRule).readonly(),
    risks: z.array(FundStatementRule).readonly(),
    alerts: z.array(FundStatementRule).readonly(),
    /** How `{scoreWindow}` reads for each window of the score. */
    scoreWindows: z.strictObject({ '3y': BiText, '1y': BiText }).readonly(),
    suits: z
      .strictObject({
        known: BiText,
        unknown: BiText,
        terms: z.record(z.enum(['1', '2', '3', 'none']), BiText).readonly(),
      })
      .readonly(),
  })
  .readonly()
export type FundConclusionsPack = z.infer<typeof FundConclusionsPack>

/** How NAV that comes late or once a week is read. */
export type NavThresholds = Pick<FundConclusionsPack['thresholds'], 'dailyRun' | 'lateDays'>
