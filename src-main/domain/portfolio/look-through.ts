import type { FundHoldings } from '../../model/fund-holding.ts'
import type { FundType } from '../../model/fund.ts'
import type { AssetClass } from '../../model/levels.ts'

export type ClassShares = Readonly<Record<AssetClass, number>>

export const ASSET_CLASSES = [
  'cash',
  'fixedIncome',
  'equity',
  'multiAsset',
  'overseasCommodity',
] as const satisfies readonly AssetClass[]

export const pureClass = (assetClass: AssetClass): ClassShares => ({
  cash: 0,
  fixedIncome: 0,
  equity: 0,
  multiAsset: 0,
  overseasCommodity: 0,
  [assetClass]: 1,
})

/** Classes of a product and whether they come from a disclosed portfolio. */
export interface LookedThrough {
  readonly shares: ClassShares
  readonly disclosed: boolean
}

/**
 * Asset classes of a fund by its disclosed portfolio: stocks are equity (overseas in an overseas or commodity fund), bonds
 * fixed income, deposits cash, fund units and the rest what the product itself is (multi-asset for a mixed one). The parts
 * are scaled to sum to one, as leverage of a bond fund may make them more. Without a disclosed portfolio, or for a money
 * fund, the product's own class counts whole.
 */
export function lookThrough(
  own: AssetClass,
  fundType: FundType | null,
  disclosure: FundHoldings | undefined,
): LookedThrough {
  if (fundType === 'money') return { shares: pureClass('cash'), disclosed: true }
  if (disclosure === undefined) return { shares: pureClass(own), disclosed: false }
  const { equity, bond, cash, fund, other } = disclosure.allocation
  const parts = [equity, bond, cash, fund, other].map(p => Math.max(0, p))
  const sum = parts.reduce((a, b) => a + b, 0)
  if (sum <= 0) return { shares: pureClass(own), disclosed: false }
  const abroad = own === 'overseasCommodity'
  const shares: Record<AssetClass, number> = { ...pureClass(own), [own]: 0 }
  const put = (assetClass: AssetClass, part: number) => {
    shares[assetClass] += Math.max(0, part) / sum
  }
  put(abroad ? 'overseasCommodity' : 'equity', equity)
  put(abroad ? 'overseasCommodity' : 'fixedIncome', bond)
  put('cash', cash)
  put(own, fund)
  put(own === 'equity' || own === 'fixedIncome' ? 'multiAsset' : own, other)
  return { shares, disclosed: true }
}
