import { z } from 'zod'
import { AssetClass } from './levels.ts'
import { BiText } from './text.ts'
import { HoldingConclusion } from './report/account/holding-line.ts'
import { IsoDate } from './units.ts'

/** A named measure against a mark; a measure that is not known never holds. */
export const RuleTest = z
  .strictObject({ measure: z.string().min(1), op: z.enum(['>', '>=', '<', '<=', '=']), value: z.number() })
  .readonly()
export type RuleTest = z.infer<typeof RuleTest>

const when = z.array(RuleTest).readonly()

/** A finding or an action; of those whose tests all hold, the highest `base + scale * measure` are shown. */
export const StatementRule = z
  .strictObject({
    id: z.string().min(1),
    when,
    rank: z.strictObject({ base: z.number(), measure: z.string().nullable(), scale: z.number() }).readonly(),
    title: BiText,
    /** `{name}` is replaced by the phrase of that name. */
    text: BiText,
    figures: z.array(z.string()).readonly(),
    /** Group of holdings it speaks of. */
    codes: z.string().nullable(),
  })
  .readonly()
export type StatementRule = z.infer<typeof StatementRule>

/** The first rule whose tests hold decides the line of a holding. */
export const HoldingRule = z
  .strictObject({
    id: z.string().min(1),
    when,
    conclusion: HoldingConclusion,
    /** Field of the line whose figure decided. */
    figure: z.enum([
      'value',
      'share',
      'riskContribution',
      'openProfitRate',
      'oneYear',
      'maxDrawdown',
      'annualFee',
      'score',
    ]),
    sentence: BiText,
  })
  .readonly()
export type HoldingRule = z.infer<typeof HoldingRule>

export const SentenceRule = z.strictObject({ id: z.string().min(1), when, text: BiText }).readonly()
export type SentenceRule = z.infer<typeof SentenceRule>

const texts = z.array(BiText).readonly()
const part = z.number().min(0).max(1)

export const AccountThresholds = z
  .strictObject({
    /** Act beyond these points of drift, or beyond this part of the target. */
    driftPoints: part,
    driftRelative: part,
    /** A holding above this share gets its own page. */
    pageShare: part,
    /** Fewest returns for a risk figure. */
    minimumReturns: z.int().min(2),
    /** Part of the trading days that must carry a price of their own. */
    minimumDensity: part,
    /** Chasing: bought after a rise of `chaseRise` over `chaseDays` days. */
    chaseDays: z.int().min(1),
    chaseRise: z.number(),
    maximumMoves: z.int().min(1).max(10),
    /** Smallest move, in fen. */
    minimumMove: z.int().min(0),
    offers: z.int().min(0).max(20),
    /** Lower mark of the maintenance ratio (维持担保比例). */
    maintenanceWarning: z.number(),
    /** A history that starts these days late (a holiday) still covers a window. */
    graceDays: z.int().min(0),
    /** The fewest holdings that together carry at least this part of the risk lead it. */
    leadersOfRisk: part,
    /** What has at least this part in cash stands for cash: no correlation, no lots, no cap on one product. */
    cashLike: part,
    /** What has more than this part in a class can be sold to have less of it. */
    mainClass: part,
  })
  .readonly()
export type AccountThresholds = z.infer<typeof AccountThresholds>

/** Thresholds and sentences of the account diagnosis. */
export const AccountConclusionsPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('conclusions'),
    subject: z.literal('account'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    name: BiText,
    thresholds: AccountThresholds,
    classNames: z.record(AssetClass, BiText).readonly(),
    cashName: BiText,
    /** Words for the codes of a suitability mismatch. */
    codeNames: z.record(z.string(), BiText).readonly(),
    lead: z.array(SentenceRule).min(1).readonly(),
    findings: z.array(StatementRule).readonly(),
    actions: z.array(StatementRule).readonly(),
    holdings: z.array(HoldingRule).min(1).readonly(),
    suitability: z.array(SentenceRule).min(1).readonly(),
    fits: z
      .strictObject({ smart: z.array(SentenceRule).min(1).readonly(), risk: z.array(SentenceRule).min(1).readonly() })
      .readonly(),
    behaviour: z.array(SentenceRule).readonly(),
    coverage: z.array(SentenceRule).readonly(),
    moves: z.array(SentenceRule).min(1).readonly(),
    planNotes: z.array(SentenceRule).readonly(),
    optionFor: z.array(SentenceRule).min(1).readonly(),
    optionAgainst: z.array(SentenceRule).min(1).readonly(),
    closing: z
      .strictObject({
        riskNotice: texts,
        declarations: texts,
        basis: texts,
        replies: z.array(z.strictObject({ id: z.string(), text: BiText }).readonly()).readonly(),
      })
      .readonly(),
  })
  .readonly()
export type AccountConclusionsPack = z.infer<typeof AccountConclusionsPack>
