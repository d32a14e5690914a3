import { z } from 'zod'
import { RiskCapacity, RiskGrade, SuitabilityVerdict } from '../../levels.ts'
import { BiText } from '../../text.ts'
import { Figure } from '../figure.ts'

/** What the risk-fit check says of one product for this client. */
export const VerdictLine = z
  .object({
    verdict: SuitabilityVerdict,
    action: z.enum(['allow', 'forbid', 'specialWarning', 'warnAndConfirm', 'reassess']),
    codes: z.array(z.string()).readonly(),
    missing: z.array(z.string()).readonly(),
    checks: z
      .object({
        risk: z.enum(['yes', 'no', 'unknown']),
        term: z.enum(['yes', 'no', 'unknown']),
        variety: z.enum(['yes', 'no', 'unknown']),
      })
      .readonly(),
    /** Rules that decided, with their articles. */
    rules: z.array(z.object({ id: z.string(), article: z.string(), mark: z.string() }).readonly()).readonly(),
    pack: z.string(),
  })
  .readonly()
export type VerdictLine = z.infer<typeof VerdictLine>

export const HoldingVerdict = z
  .object({
    code: z.string(),
    name: z.string(),
    riskGrade: RiskGrade.nullable(),
    value: Figure,
    share: Figure,
    line: VerdictLine,
    /** Realised largest drawdown where it does not fit the grade. */
    alarm: Figure.nullable(),
  })
  .readonly()
export type HoldingVerdict = z.infer<typeof HoldingVerdict>

export const VerdictGroup = z
  .object({
    verdict: z.union([SuitabilityVerdict, z.literal('notApplicable')]),
    count: z.int().min(0),
    value: Figure,
    share: Figure,
  })
  .readonly()
export type VerdictGroup = z.infer<typeof VerdictGroup>

/** A limit of the C-level: single product, R4 and R5 together, single asset class. */
export const CapRow = z
  .object({
    kind: z.enum(['singleProduct', 'highGrades', 'singleClass']),
    name: z.string(),
    limit: Figure,
    share: Figure,
    state: z.enum(['inside', 'over', 'unknown']),
  })
  .readonly()
export type CapRow = z.infer<typeof CapRow>

/** B6: every holding and the whole. */
export const AccountSuitability = z
  .object({
    riskCapacity: RiskCapacity.nullable(),
    verdict: SuitabilityVerdict,
    sentence: BiText,
    holdings: z.array(HoldingVerdict).readonly(),
    groups: z.array(VerdictGroup).readonly(),
    weightedGrade: Figure,
    highestGrade: RiskGrade.nullable(),
    shareAbove: Figure,
    caps: z.array(CapRow).readonly(),
    pack: z.string(),
  })
  .readonly()
export type AccountSuitability = z.infer<typeof AccountSuitability>
