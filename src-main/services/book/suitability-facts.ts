import type { Client } from '../../model/client.ts'
import type { Product } from '../../model/product.ts'
import type { SuitabilityClient, SuitabilityProduct } from '../../model/suitability-facts.ts'

/** What a verdict may know of a client. */
export const suitabilityClient = (client: Client): SuitabilityClient => ({
  investorType: client.investorType,
  riskCapacity: client.riskCapacity,
  validUntil: client.validUntil,
  birthDate: client.birthDate,
  term: client.term,
  variety: client.variety,
})

/** What a verdict may know of a product. */
export const suitabilityProduct = (product: Product): SuitabilityProduct => ({
  riskGrade: product.riskGrade,
  term: product.term,
  variety: product.variety,
  highRisk: product.highRisk,
})
