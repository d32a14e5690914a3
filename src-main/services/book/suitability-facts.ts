import type { Client } from '../../model/client.ts'
import type { Product } from '../../model/product.ts'
import type { SuitabilityClient, SuitabilityProduct } from '../../model/suitability-facts.ts'

/** What a verdict of one day may know of a client; a professional status that has run out counts as ordinary. */
export const suitabilityClient = (client: Client, date: string): SuitabilityClient => ({
  investorType:
    client.investorType === 'professional' && client.professionalUntil !== null && client.professionalUntil < date
      ? 'ordinary'
      : client.investorType,
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
