import type { SuitabilityClient, SuitabilityContext, SuitabilityProduct } from '../../model/suitability-facts.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import { ageOn } from './age-on.ts'
import { judgeSuitability } from './judge-suitability.ts'

const capacities = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5'] as const
const grades = ['R1', 'R2', 'R3', 'R4', 'R5'] as const

/** Number of different product keys. */
const productKinds = 6 * 4 * 5 * 2

/** All that a verdict can see of a client on one day, as one number: 2 x 7 x 3 x 4 x 5 x 3 kinds of client. */
export const clientKey = (client: SuitabilityClient, date: string, seniorAge: number): number => {
  const type = client.investorType === 'professional' ? 1 : 0
  const capacity = client.riskCapacity === null ? 0 : 1 + capacities.indexOf(client.riskCapacity)
  const validity = client.validUntil === null ? 0 : client.validUntil < date ? 1 : 2
  const age = client.birthDate === null ? 0 : ageOn(client.birthDate, date) < seniorAge ? 1 : 2
  return ((((type * 7 + capacity) * 3 + validity) * 4 + (client.term ?? 0)) * 5 + (client.variety ?? 0)) * 3 + age
}

/** All that a verdict can see of a product, as one number. */
export const productKey = (product: SuitabilityProduct): number => {
  const grade = product.riskGrade === null ? 0 : 1 + grades.indexOf(product.riskGrade)
  return ((grade * 4 + (product.term ?? 0)) * 5 + (product.variety ?? 0)) * 2 + (product.highRisk === true ? 1 : 0)
}

/** Judges pairs by their place in the two lists given at the start. */
export interface BookJudge {
  /** Verdict of client `client` with product `product`; throws RangeError outside the lists. */
  readonly verdict: (client: number, product: number) => Verdict
}

/**
 * Prepares a whole book for one day, initiative and pack. Clients (and products) that differ in nothing a verdict looks
 * at share one verdict object, judged once by `judgeSuitability`: the answers are the same, only sooner.
 */
export const prepareBook = (
  clients: readonly SuitabilityClient[],
  products: readonly SuitabilityProduct[],
  context: SuitabilityContext,
  pack: SuitabilityPack,
): BookJudge => {
  const clientKeys = Int32Array.from(clients, client => clientKey(client, context.date, pack.seniorAge))
  const productKeys = Int32Array.from(products, productKey)
  const known = new Map<number, Verdict>()
  return {
    verdict: (client, product) => {
      const c = clientKeys[client]
      const p = productKeys[product]
      if (c === undefined || p === undefined)
        throw new RangeError(`no client ${client} or product ${product} in the book`)
      const key = c * productKinds + p
      const found = known.get(key)
      if (found !== undefined) return found
      const [person, thing] = [clients[client], products[product]]
      if (person === undefined || thing === undefined) throw new RangeError('book shorter than its keys')
      const verdict = judgeSuitability(person, thing, context, pack)
      known.set(key, verdict)
      return verdict
    },
  }
}
