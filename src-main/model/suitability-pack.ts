import { z } from 'zod'
import { ProfessionalClass, riskCapacities, RiskCapacity, RiskGrade, riskGrades } from './levels.ts'
import { RiskCaps } from './segment-cell.ts'
import { RuleMark } from './suitability-verdict.ts'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

export const SuitabilityRule = z
  .strictObject({
    id: z.string().min(1),
    source: z.string().min(1),
    article: z.string().min(1),
    /** Chinese only: the rule's own language. */
    text: z.string().min(1),
    mark: RuleMark,
    effectiveOn: IsoDate,
    expiresOn: IsoDate.nullable(),
  })
  .readonly()
export type SuitabilityRule = z.infer<typeof SuitabilityRule>

/** What has to be done before going on; `steps` are ticked one by one where there are any. */
export const SuitabilityRequirement = z
  .strictObject({ id: z.string().min(1), text: BiText, steps: z.array(BiText).readonly() })
  .readonly()
export type SuitabilityRequirement = z.infer<typeof SuitabilityRequirement>

/** Occasions to which a pack attaches its rules and requirements. */
export const SuitabilityOccasion = z.enum([
  'professional',
  'assessmentMissing',
  'assessmentExpired',
  'factMissing',
  'lowestCategory',
  'riskAboveAdvisor',
  'riskAboveClient',
  'termMismatchAdvisor',
  'termMismatchClient',
  'varietyMismatchAdvisor',
  'varietyMismatchClient',
  'allow',
  'highRisk',
  'senior',
  'ageUnknown',
])
export type SuitabilityOccasion = z.infer<typeof SuitabilityOccasion>

const ids = z.array(z.string()).readonly()

/** What no pack may say: a calmer grade or a bolder level must never fit worse, and the lowest category holds R1 only. */
const matrixFaults = (
  matrix: Readonly<Record<RiskCapacity, readonly RiskGrade[]>>,
): readonly [RiskCapacity, string][] =>
  riskCapacities.flatMap((level, i): [RiskCapacity, string][] => {
    const held = matrix[level]
    const highest = riskGrades.findLastIndex(grade => held.includes(grade))
    const gap = riskGrades.slice(0, highest + 1).find(grade => !held.includes(grade))
    const below = riskCapacities[i - 1]
    const lost = below === undefined ? undefined : matrix[below].find(grade => !held.includes(grade))
    return [
      ...(level === 'C1min' && highest > 0 ? [[level, 'the lowest category may hold R1 only (art. 22)'] as const] : []),
      ...(gap === undefined ? [] : [[level, `holds ${riskGrades[highest]} and must hold ${gap} too`] as const]),
      ...(lost === undefined ? [] : [[level, `must hold ${lost}, which ${below} may hold`] as const]),
    ].map(([at, message]) => [at, message])
  })

/** Rules, requirements and thresholds of one dated rule set. */
export const SuitabilityPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('suitability'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    name: BiText,
    /** Printed with every verdict: not legal advice. */
    disclaimer: BiText,
    rules: z.array(SuitabilityRule).min(1).readonly(),
    requirements: z.array(SuitabilityRequirement).min(1).readonly(),
    /** What is cited and asked for on each occasion. */
    occasions: z.record(SuitabilityOccasion, z.strictObject({ rules: ids, requirements: ids }).readonly()).readonly(),
    /** Grades each level may hold. */
    matrix: z.record(RiskCapacity, z.array(RiskGrade).readonly()).readonly(),
    highRiskGrades: z.array(RiskGrade).readonly(),
    /** Classes of professionals whose evidence needs no end; another class counts until its end only. Packs that say nothing name none. */
    evidenceWithoutEnd: z.array(ProfessionalClass).readonly().optional(),
    validityMonths: z.int().min(1).max(60),
    warnDays: z.int().min(0).max(365),
    seniorAge: z.int().min(1).max(120),
    caps: z.record(RiskCapacity, RiskCaps).readonly(),
    /** Realised drawdown, as a fraction, above which a grade looks too low. */
    drawdownAlarm: z.record(RiskGrade, z.number().min(0).max(1)).readonly(),
  })
  .superRefine((pack, context) => {
    for (const [level, message] of matrixFaults(pack.matrix))
      context.addIssue({ code: 'custom', path: ['matrix', level], message })
    const rules = new Set(pack.rules.map(r => r.id))
    const requirements = new Set(pack.requirements.map(r => r.id))
    for (const [occasion, refers] of Object.entries(pack.occasions)) {
      for (const id of refers.rules)
        if (!rules.has(id))
          context.addIssue({ code: 'custom', path: ['occasions', occasion], message: `no rule ${id}` })
      for (const id of refers.requirements)
        if (!requirements.has(id))
          context.addIssue({ code: 'custom', path: ['occasions', occasion], message: `no requirement ${id}` })
    }
  })
  .readonly()
export type SuitabilityPack = z.infer<typeof SuitabilityPack>

/** What a pack says of the evidence of professional investors. */
export type ProfessionalRules = Pick<SuitabilityPack, 'evidenceWithoutEnd'>
