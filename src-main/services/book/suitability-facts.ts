import { professionalGap } from '../../domain/suitability/professional-gap.ts'
import type { Client } from '../../model/client.ts'
import type { Product } from '../../model/product.ts'
import type { SuitabilityClient, SuitabilityProduct } from '../../model/suitability-facts.ts'
import type { ProfessionalRules } from '../../model/suitability-pack.ts'

declare const dated: unique symbol

/** A client as the pack of one day takes it. */
export type DatedClient = Client & { readonly [dated]: true }

/** The client as every screen and verdict of a day takes it: ordinary unless its professional status counts under the pack in force. */
export const clientOn = (client: Client, date: string, rules: ProfessionalRules | null): DatedClient =>
  (professionalGap(client, date, rules) === null ? client : { ...client, investorType: 'ordinary' }) as DatedClient

/** What a verdict of the client's day may know of it. */
export const suitabilityClient = (client: DatedClient): SuitabilityClient => ({
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
