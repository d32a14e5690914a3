import { professionalGap } from '../../domain/suitability/professional-gap.ts'
import type { Client } from '../../model/client.ts'
import type { Product } from '../../model/product.ts'
import type { SuitabilityClient, SuitabilityProduct } from '../../model/suitability-facts.ts'

/** The client as every screen and verdict of a day takes it: ordinary unless its professional status counts. */
export const clientOn = (client: Client, date: string): Client =>
  professionalGap(client, date) === null ? client : { ...client, investorType: 'ordinary' }

/** What a verdict of one day may know of a client. */
export const suitabilityClient = (client: Client, date: string): SuitabilityClient => ({
  investorType: clientOn(client, date).investorType,
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
