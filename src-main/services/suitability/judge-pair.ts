import { judgeSuitability } from '../../domain/suitability/judge-suitability.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { Product } from '../../model/product.ts'
import type { Initiative } from '../../model/suitability-facts.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import { IsoDate } from '../../model/units.ts'
import { suitabilityClient, suitabilityProduct, type DatedClient } from '../book/suitability-facts.ts'
import type { Rules } from '../rules/rules.ts'

export interface JudgeScene {
  readonly rules: Pick<Rules, 'suitability'>
  /** The day of the event: its pack judges. */
  readonly today: string
}

/** One client and one product by the pack in force; null when none is, or the product is not known. */
export const judgePair = (
  client: DatedClient,
  product: Product | undefined,
  { rules, today }: JudgeScene,
  initiative: Initiative = 'advisor',
): Verdict | null => {
  const pack = packInForce(rules.suitability, today)
  if (product === undefined || pack === null) return null
  const context = { date: IsoDate.parse(today), initiative }
  return judgeSuitability(suitabilityClient(client), suitabilityProduct(product), context, pack)
}
