import type { Asset } from './market.ts'

/** Traded on the exchange, in whole lots. */
export const isListed = (asset: Asset): boolean => ['stock', 'etf', 'convertible'].includes(asset.product.kind)

/** Smallest lot in units times 100: 100 shares, 10 bonds. */
export const lotOf = (asset: Asset): number => (asset.product.kind === 'convertible' ? 1000 : 10_000)
