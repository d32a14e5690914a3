import type { HoldingRow } from '../../contract/clients.ts'
import { judgeSuitability } from '../../domain/suitability/judge-suitability.ts'
import type { Holding } from '../../model/holding.ts'
import type { Product } from '../../model/product.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import { IsoDate } from '../../model/units.ts'
import { comparison } from './comparison.ts'
import { suitabilityClient, suitabilityProduct, type DatedClient } from '../book/suitability-facts.ts'

const NAV4 = 10_000
const UNITS100 = 100

export interface HoldingsInput {
  readonly client: DatedClient
  readonly holdings: readonly Holding[]
  readonly products: ReadonlyMap<string, Product>
  readonly pack: SuitabilityPack | null
  readonly today: string
}

/** Positions of one client, largest first, each with its verdict; shares are of holdings plus cash. */
export const holdingRows = (input: HoldingsInput): HoldingRow[] => {
  const { client, holdings, products, pack } = input
  const total = holdings.reduce((sum, holding) => sum + holding.value, client.cash ?? 0)
  const context = { date: IsoDate.parse(input.today), initiative: 'advisor' as const }
  return holdings
    .map((holding): HoldingRow => {
      const product = products.get(holding.code)
      const units = holding.units / UNITS100
      const facts = suitabilityClient(client)
      const judged =
        product === undefined || pack === null
          ? null
          : judgeSuitability(facts, suitabilityProduct(product), context, pack)
      return {
        code: holding.code,
        name: product?.name ?? holding.code,
        kind: product?.kind ?? '',
        units,
        cost: holding.cost === null ? null : holding.cost / NAV4,
        price: holding.price === null ? null : holding.price / NAV4,
        priceDate: holding.priceDate,
        value: holding.value,
        share: total === 0 ? 0 : holding.value / total,
        // Cost is yuan a unit; units x cost is yuan, times 100 for fen.
        profit: holding.cost === null ? null : Math.round(holding.value - (units * holding.cost * 100) / NAV4),
        riskGrade: product?.riskGrade ?? null,
        verdict: judged?.verdict ?? 'undetermined',
        comparison: comparison(facts, product, judged),
      }
    })
    .toSorted((a, b) => b.value - a.value || a.code.localeCompare(b.code))
}
