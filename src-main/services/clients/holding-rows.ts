import type { HoldingRow } from '../../contract/clients.ts'
import { judgeSuitability } from '../../domain/suitability/judge-suitability.ts'
import type { Client } from '../../model/client.ts'
import type { Holding } from '../../model/holding.ts'
import type { Product } from '../../model/product.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { BiText } from '../../model/text.ts'
import { IsoDate } from '../../model/units.ts'
import { suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'

const NAV4 = 10_000
const UNITS100 = 100

const unknownProduct: BiText = { zh: '产品缺失', en: 'product unknown' }

/** The comparison that decides a verdict: `R3 ≤ C3`, `R4 > C3`, `R 缺失`. */
export const comparison = (client: Client, product: Product | undefined): BiText => {
  if (product === undefined) return unknownProduct
  if (client.investorType === 'professional') return { zh: '专业投资者', en: 'professional' }
  if (client.riskCapacity === null) return { zh: 'C 缺失', en: 'C missing' }
  if (product.riskGrade === null) return { zh: 'R 缺失', en: 'R missing' }
  const sign = product.riskGrade.slice(1) <= client.riskCapacity.slice(1, 2) ? '≤' : '>'
  const text = `${product.riskGrade} ${sign} ${client.riskCapacity}`
  return { zh: text, en: text }
}

export interface HoldingsInput {
  readonly client: Client
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
      const verdict =
        product === undefined || pack === null
          ? 'undetermined'
          : judgeSuitability(suitabilityClient(client), suitabilityProduct(product), context, pack).verdict
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
        verdict,
        comparison: comparison(client, product),
      }
    })
    .toSorted((a, b) => b.value - a.value || a.code.localeCompare(b.code))
}
