import { z } from 'zod'
import { RematchRun } from '../model/judged-snapshot.ts'
import { RiskCapacity, RiskGrade } from '../model/levels.ts'
import { Notice, NoticeState } from '../model/notice.ts'
import { RiskCaps } from '../model/segment-cell.ts'
import { Initiative } from '../model/suitability-facts.ts'
import { AccountRisk } from '../model/suggestion.ts'
import { BiText } from '../model/text.ts'
import { Fen, Ratio } from '../model/units.ts'
import { base, none } from './base.ts'
import { JudgedView } from './suggestions.ts'

/** The whole account against the client's level. The weighted grade never excuses the highest: both are given. */
export const AccountLevel = z
  .object({
    level: RiskCapacity.nullable(),
    /** Fen, cash included. */
    total: z.int(),
    risk: AccountRisk,
    /** The stricter of the level's and the cell's caps; null without a level. */
    caps: RiskCaps.nullable(),
    ungradedShare: Ratio,
    hhi: z.number(),
    pack: z.string(),
    /** Grades that the level may hold. */
    allowed: z.array(RiskGrade).nullable(),
    /** Names of the held products by code. */
    names: z.record(z.string(), z.string()),
  })
  .readonly()
export type AccountLevel = z.infer<typeof AccountLevel>

export const TradeTrial = z
  .object({ name: z.string(), judged: JudgedView, before: AccountRisk, after: AccountRisk })
  .readonly()
export type TradeTrial = z.infer<typeof TradeTrial>

export const NoticeLine = z
  .object({
    notice: Notice,
    clientName: z.string(),
    /** The letter, ready to be copied when nothing was found in it. */
    letter: BiText,
    /** Words of the letter that must not go out. */
    findings: z.array(z.string()),
  })
  .readonly()
export type NoticeLine = z.infer<typeof NoticeLine>

export const GradeAlarm = z
  .object({
    code: z.string(),
    name: z.string(),
    riskGrade: RiskGrade,
    gradedBy: z.string().nullable(),
    gradedOn: z.string().nullable(),
    /** Of the last three years, a positive fraction; and the pack's limit of the grade. */
    maxDrawdown: Ratio,
    limit: Ratio,
    /** The lowest grade whose limit holds the drawdown; null when even R5's does not. */
    looksLike: RiskGrade.nullable(),
    isFund: z.boolean(),
    holders: z.int(),
    value: z.int(),
  })
  .readonly()
export type GradeAlarm = z.infer<typeof GradeAlarm>

export const suitability = {
  account: base.input(z.object({ clientId: z.string() })).output(AccountLevel),
  /** Nothing is written: what the account would be after the trade, and whether it may be suggested. */
  tryTrade: base
    .input(z.object({ clientId: z.string(), code: z.string(), initiative: Initiative, amount: Fen }))
    .output(TradeTrial),
  notices: base.input(none).output(
    z
      .object({
        /** The last judging of the whole book, and the last one that found a change. */
        run: RematchRun.nullable(),
        lastChange: RematchRun.nullable(),
        notices: z.array(NoticeLine),
      })
      .readonly(),
  ),
  /** `note` says how the client was told, names the client's confirmation, or gives the reason for dropping it. */
  advanceNotice: base.input(z.object({ id: z.string(), to: NoticeState, note: z.string().max(200) })).output(Notice),
  alarms: base.input(none).output(z.array(GradeAlarm)),
}
