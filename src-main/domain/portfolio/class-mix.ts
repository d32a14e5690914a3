import type { FundHoldings } from '../../model/fund-holding.ts'
import type { Fund } from '../../model/fund.ts'
import type { AssetClass } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'

/** Parts of one in each asset class; they sum to one. */
export type ClassMix = Readonly<Record<AssetClass, number>>

const none: ClassMix = { cash: 0, fixedIncome: 0, equity: 0, multiAsset: 0, overseasCommodity: 0 }

/** Everything in one class. */
export const pureMix = (assetClass: AssetClass): ClassMix => ({ ...none, [assetClass]: 1 })

/**
 * Asset classes of one product, funds looked through by their latest disclosed allocation.
 * QDII and commodity funds count as overseas and commodity whatever they hold; a fund without a disclosure,
 * and everything that is not a fund, counts as the class of its product row. Shares are fractions of one;
 * what the disclosure leaves open (other) is multi-asset. Source: spec of account diagnosis, section B3.
 */
export const classMix = (product: Product, fund: Fund | undefined, disclosed: FundHoldings | undefined): ClassMix => {
  if (fund === undefined || disclosed === undefined) return pureMix(product.assetClass)
  if (fund.type === 'qdii' || fund.type === 'commodity') return pureMix('overseasCommodity')
  const { equity, bond, cash, fund: funds, other } = disclosed.allocation
  const total = equity + bond + cash + funds + other
  if (total <= 0) return pureMix(product.assetClass)
  return {
    cash: cash / total,
    fixedIncome: bond / total,
    equity: equity / total,
    multiAsset: (funds + other) / total,
    overseasCommodity: 0,
  }
}
