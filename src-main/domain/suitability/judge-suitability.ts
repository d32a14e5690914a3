import type { SuitabilityVerdict } from '../../model/levels.ts'
import type { SuitabilityClient, SuitabilityContext, SuitabilityProduct } from '../../model/suitability-facts.ts'
import type { SuitabilityOccasion, SuitabilityPack } from '../../model/suitability-pack.ts'
import type { SuitabilityAction, SuitabilityCode, Verdict } from '../../model/suitability-verdict.ts'
import { ageOn } from './age-on.ts'
import { missingFacts, suitabilityChecks } from './suitability-checks.ts'

const verdictOf = {
  allow: 'match',
  forbid: 'mismatch',
  specialWarning: 'mismatch',
  warnAndConfirm: 'mismatch',
  reassess: 'undetermined',
} as const satisfies Record<SuitabilityAction, SuitabilityVerdict>

interface Decision {
  readonly action: SuitabilityAction
  readonly codes: readonly SuitabilityCode[]
  readonly occasions: readonly SuitabilityOccasion[]
}

/** High-risk and senior duties, which come on top of a decision that lets the client go on. */
const care = (
  client: SuitabilityClient,
  product: SuitabilityProduct,
  context: SuitabilityContext,
  pack: SuitabilityPack,
): Pick<Decision, 'codes' | 'occasions'> => {
  const graded = product.riskGrade !== null && pack.highRiskGrades.includes(product.riskGrade)
  if (!graded && product.highRisk !== true) return { codes: [], occasions: [] }
  if (client.birthDate === null) return { codes: ['HIGH_RISK_CARE'], occasions: ['highRisk', 'ageUnknown'] }
  return ageOn(client.birthDate, context.date) >= pack.seniorAge
    ? { codes: ['HIGH_RISK_CARE', 'SENIOR_CARE'], occasions: ['highRisk', 'senior'] }
    : { codes: ['HIGH_RISK_CARE'], occasions: ['highRisk'] }
}

const reassess = (
  client: SuitabilityClient,
  context: SuitabilityContext,
  missing: readonly string[],
): Decision | null => {
  const occasions: SuitabilityOccasion[] = []
  if (client.validUntil === null) occasions.push('assessmentMissing')
  else if (client.validUntil < context.date) occasions.push('assessmentExpired')
  if (missing.some(path => path !== 'client.validUntil')) occasions.push('factMissing')
  return occasions.length === 0 ? null : { action: 'reassess', codes: ['REASSESS'], occasions }
}

const decide = (
  client: SuitabilityClient,
  product: SuitabilityProduct,
  context: SuitabilityContext,
  pack: SuitabilityPack,
  checks: Verdict['checks'],
  missing: readonly string[],
): Decision => {
  if (client.investorType === 'professional')
    return { action: 'allow', codes: ['PROFESSIONAL'], occasions: ['professional'] }
  const again = reassess(client, context, missing)
  if (again !== null) return again
  const asked = context.initiative === 'client'
  if (checks.risk === 'no' && client.riskCapacity === 'C1min')
    return { action: 'forbid', codes: ['LOWEST_CATEGORY'], occasions: ['lowestCategory'] }
  if (checks.risk === 'no') {
    if (!asked) return { action: 'forbid', codes: ['RISK_ABOVE'], occasions: ['riskAboveAdvisor'] }
    const added = care(client, product, context, pack)
    return {
      action: 'specialWarning',
      codes: ['RISK_ABOVE', ...added.codes],
      occasions: ['riskAboveClient', ...added.occasions],
    }
  }
  const codes: SuitabilityCode[] = []
  const occasions: SuitabilityOccasion[] = []
  if (checks.term === 'no') {
    codes.push('TERM_MISMATCH')
    occasions.push(asked ? 'termMismatchClient' : 'termMismatchAdvisor')
  }
  if (checks.variety === 'no') {
    codes.push('VARIETY_MISMATCH')
    occasions.push(asked ? 'varietyMismatchClient' : 'varietyMismatchAdvisor')
  }
  if (codes.length > 0 && !asked) return { action: 'forbid', codes, occasions }
  const added = care(client, product, context, pack)
  return codes.length > 0
    ? {
        action: 'warnAndConfirm',
        codes: [...codes, ...added.codes],
        occasions: [...occasions, ...added.occasions],
      }
    : { action: 'allow', codes: added.codes, occasions: ['allow', ...added.occasions] }
}

type Citation = Pick<Verdict, 'requirements' | 'rules'>

/** Few combinations of occasions exist; their citations are made once a pack. */
const citations = new WeakMap<SuitabilityPack, Map<string, Citation>>()

const cite = (occasions: readonly SuitabilityOccasion[], pack: SuitabilityPack): Citation => {
  let known = citations.get(pack)
  if (known === undefined) citations.set(pack, (known = new Map()))
  const key = occasions.join()
  const found = known.get(key)
  if (found !== undefined) return found
  const rules = new Set(occasions.flatMap(o => pack.occasions[o].rules))
  const requirements = new Set(occasions.flatMap(o => pack.occasions[o].requirements))
  const citation: Citation = {
    requirements: pack.requirements.filter(r => requirements.has(r.id)).map(({ id, text }) => ({ id, text })),
    rules: pack.rules.filter(r => rules.has(r.id)).map(({ id, article, mark }) => ({ id, article, mark })),
  }
  known.set(key, citation)
  return citation
}

/**
 * May this client be recommended, or buy on its own wish, this product on this day? First hit decides: professional,
 * no valid assessment or missing fact, lowest category above R1, risk above level, term or variety, else allowed.
 * Missing facts give `undetermined`, never a pass. Pure; never throws for parsed inputs.
 * Source: Order 130 arts. 18-22 and 25, AMAC 2017 guide art. 44, as dated data in the pack. Not legal advice.
 */
export const judgeSuitability = (
  client: SuitabilityClient,
  product: SuitabilityProduct,
  context: SuitabilityContext,
  pack: SuitabilityPack,
): Verdict => {
  const checks = suitabilityChecks(client, product, context, pack)
  const missing = missingFacts(client, product)
  const { action, codes, occasions } = decide(client, product, context, pack, checks, missing)
  const { requirements, rules } = cite(occasions, pack)
  return {
    verdict: verdictOf[action],
    action,
    codes,
    missing: action === 'reassess' ? missing : [],
    checks,
    requirements,
    rules,
    pack: pack.version,
  }
}
