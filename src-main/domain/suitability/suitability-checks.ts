import type { SuitabilityClient, SuitabilityContext, SuitabilityProduct } from '../../model/suitability-facts.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Check, Verdict } from '../../model/suitability-verdict.ts'

const within = (product: number | null, client: number | null): Check =>
  product === null || client === null ? 'unknown' : product <= client ? 'yes' : 'no'

const risk = (
  client: SuitabilityClient,
  product: SuitabilityProduct,
  context: SuitabilityContext,
  pack: SuitabilityPack,
): Check => {
  if (client.riskCapacity === null || product.riskGrade === null) return 'unknown'
  const assessed = client.validUntil !== null && client.validUntil >= context.date
  if (!assessed && client.investorType === 'ordinary') return 'unknown'
  return pack.matrix[client.riskCapacity].includes(product.riskGrade) ? 'yes' : 'no'
}

/**
 * The three comparisons by themselves, each `unknown` when a side is missing. An ordinary client's level counts only
 * while its assessment is valid. Term and variety match when the product's is at most the client's.
 */
export const suitabilityChecks = (
  client: SuitabilityClient,
  product: SuitabilityProduct,
  context: SuitabilityContext,
  pack: SuitabilityPack,
): Verdict['checks'] => ({
  risk: risk(client, product, context, pack),
  term: within(product.term, client.term),
  variety: within(product.variety, client.variety),
})

const clientFacts = ['riskCapacity', 'validUntil', 'term', 'variety'] as const
const productFacts = ['riskGrade', 'term', 'variety'] as const

/** Paths of the facts without which an ordinary client cannot be judged, client first. */
export const missingFacts = (client: SuitabilityClient, product: SuitabilityProduct): readonly string[] => {
  const missing: string[] = []
  for (const fact of clientFacts) if (client[fact] === null) missing.push(`client.${fact}`)
  for (const fact of productFacts) if (product[fact] === null) missing.push(`product.${fact}`)
  return missing
}
