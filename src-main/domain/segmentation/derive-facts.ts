import type { Client } from '../../model/client.ts'
import type { AssetClass } from '../../model/levels.ts'
import type { ProductKind } from '../../model/product.ts'
import type { SegmentFacts } from '../../model/segment-facts.ts'
import type { ClassShares } from '../portfolio/look-through.ts'

/** One position as the segment rules need it; value in fen. */
export interface FactHolding {
  readonly value: number
  readonly kind: ProductKind
  readonly mix: ClassShares
}

/** Trading of the last 365 days: amounts in fen over stocks, ETFs and convertibles; days with any such trade; trades of any kind. */
export interface YearActivity {
  readonly equityAmount: number
  readonly tradeDays: number
  readonly trades: number
}

const equityKinds: ReadonlySet<ProductKind> = new Set(['stock', 'etf', 'convertible'])
const classes = [
  'cash',
  'fixedIncome',
  'equity',
  'multiAsset',
  'overseasCommodity',
] as const satisfies readonly AssetClass[]

/** An asset class counts from this share of the assets (segment spec: at least 10 %). */
const COUNTED_SHARE = 0.1

/**
 * Facts of the segment rules from the rows of one client. Money in fen, shares as fractions of holdings plus cash.
 * Turnover is (buys + sells) / (2 x average assets); null without assets. Shares are null when the client has no
 * holdings and no known cash. Source: segment spec, "Style, default pack".
 */
export const deriveFacts = (
  client: Client,
  holdings: readonly FactHolding[],
  activity: YearActivity | undefined,
): SegmentFacts => {
  const assets = client.averageAssets ?? client.latestAssets
  const cash = client.cash ?? 0
  let equity = 0
  let total = cash
  const byClass: Record<AssetClass, number> = { cash, fixedIncome: 0, equity: 0, multiAsset: 0, overseasCommodity: 0 }
  for (const holding of holdings) {
    total += holding.value
    if (equityKinds.has(holding.kind)) equity += holding.value
    for (const name of classes) byClass[name] += holding.value * holding.mix[name]
  }
  const known = total > 0
  const shares = classes.map(name => byClass[name] / total)
  return {
    averageAssets: client.averageAssets,
    latestAssets: client.latestAssets,
    revenue365: client.revenue365,
    turnover: assets === null || assets === 0 ? null : (activity?.equityAmount ?? 0) / (2 * assets),
    tradeDays: activity?.tradeDays ?? 0,
    equityShare: known ? equity / total : null,
    wealthShare: known ? (total - cash - equity) / total : null,
    cashShare: known ? cash / total : null,
    classes: known ? shares.filter(share => share >= COUNTED_SHARE).length : null,
    topClassShare: known ? Math.max(...shares) : null,
    advisory: client.advisory,
    tradesInYear: activity?.trades ?? 0,
  }
}
