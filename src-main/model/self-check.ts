import { z } from 'zod'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

/** First or second half of a year: `2026H2`. */
export const HalfYear = z.string().regex(/^\d{4}H[12]$/)
export type HalfYear = z.infer<typeof HalfYear>

/** What a self-check looks for; texts and severities are data. */
export const FindingKind = z.enum([
  'chainBroken',
  'verdictDiffers',
  'warningWithoutReference',
  'acceptedWithOpenSteps',
  'noticeWaiting',
  'assessmentExpired',
  'assessmentMissing',
  'assessedByAdvisor',
  'levelJump',
  'upgradeBeforePurchase',
  'mismatchHeld',
  'ungradedHeld',
  'gradeAlarm',
  'rulesUnverified',
])
export type FindingKind = z.infer<typeof FindingKind>

export const SelfCheckTexts = z
  .object({
    /** Days that a notice may wait before it is a finding. Ours. */
    noticeDays: z.int().positive(),
    findings: z
      .record(FindingKind, z.object({ severity: z.enum(['must', 'should']), title: BiText, advice: BiText }).readonly())
      .readonly(),
  })
  .readonly()
export type SelfCheckTexts = z.infer<typeof SelfCheckTexts>

const counts = z.record(z.string(), z.int())

export const SelfCheckFinding = z
  .object({
    kind: FindingKind,
    severity: z.enum(['must', 'should']),
    title: BiText,
    advice: BiText,
    count: z.int().positive(),
    /** Clients, products, records: at most 200 of them. */
    items: z.array(z.string()).readonly(),
  })
  .readonly()
export type SelfCheckFinding = z.infer<typeof SelfCheckFinding>

/** The half-year self-check of suitability (Order 130 art. 30), of one book. */
export const SelfCheck = z
  .object({
    half: HalfYear,
    from: IsoDate,
    to: IsoDate,
    /** The half is not over yet. */
    partial: z.boolean(),
    asOf: IsoDate,
    advisor: z.object({ id: z.string(), name: z.string(), licence: z.string() }).readonly(),
    packs: z.array(
      z.object({ version: z.string(), verdicts: z.int(), unverified: z.int(), rules: z.int() }).readonly(),
    ),
    verdicts: z
      .object({
        total: z.int(),
        byVerdict: counts,
        /** `advisor allow`, `client specialWarning` and so on. */
        byAction: counts,
        byPurpose: counts,
        byCode: counts,
      })
      .readonly(),
    suggestions: z.object({ total: z.int(), byState: counts, againstAdvice: z.int() }).readonly(),
    book: z
      .object({
        clients: z.int(),
        professional: z.int(),
        lowest: z.int(),
        assessment: z.object({ valid: z.int(), expiring: z.int(), expired: z.int(), missing: z.int() }).readonly(),
        holdings: counts,
        holdingValue: counts,
      })
      .readonly(),
    assessments: z.object({ total: z.int(), byClient: z.int(), byAdvisor: z.int() }).readonly(),
    notices: counts,
    evidence: z
      .object({
        records: z.int(),
        inPeriod: z.int(),
        hash: z.string(),
        faults: z.int(),
        rerun: z.int(),
        differ: z.int(),
      })
      .readonly(),
    findings: z.array(SelfCheckFinding),
  })
  .readonly()
export type SelfCheck = z.infer<typeof SelfCheck>
