import { z } from 'zod'
import { SuitabilityVerdict } from './levels.ts'
import { BiText } from './text.ts'

export const SuitabilityAction = z.enum(['allow', 'forbid', 'specialWarning', 'warnAndConfirm', 'reassess'])
export type SuitabilityAction = z.infer<typeof SuitabilityAction>

export const SuitabilityCode = z.enum([
  'PROFESSIONAL',
  'REASSESS',
  'LOWEST_CATEGORY',
  'RISK_ABOVE',
  'TERM_MISMATCH',
  'VARIETY_MISMATCH',
  'HIGH_RISK_CARE',
  'SENIOR_CARE',
])
export type SuitabilityCode = z.infer<typeof SuitabilityCode>

/** `verified` against the official text, `quoted` by a public text, `unverified`: 规则文本未核对. */
export const RuleMark = z.enum(['verified', 'quoted', 'unverified'])
export type RuleMark = z.infer<typeof RuleMark>

export const Check = z.enum(['yes', 'no', 'unknown'])
export type Check = z.infer<typeof Check>

/** One verdict with everything that has to be kept of it. */
export const Verdict = z
  .strictObject({
    verdict: SuitabilityVerdict,
    action: SuitabilityAction,
    codes: z.array(SuitabilityCode).readonly(),
    /** Paths of the facts that are missing, e.g. `client.riskCapacity`. */
    missing: z.array(z.string()).readonly(),
    checks: z.strictObject({ risk: Check, term: Check, variety: Check }).readonly(),
    requirements: z.array(z.strictObject({ id: z.string(), text: BiText }).readonly()).readonly(),
    rules: z.array(z.strictObject({ id: z.string(), article: z.string(), mark: RuleMark }).readonly()).readonly(),
    /** Version of the pack it was judged by. */
    pack: z.string(),
  })
  .readonly()
export type Verdict = z.infer<typeof Verdict>
