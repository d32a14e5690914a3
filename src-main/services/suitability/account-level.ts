import type { AccountLevel } from '../../contract/suitability.ts'
import {
  afterTrades,
  capsFor,
  portfolioFit,
  type PortfolioFit,
  type RiskPosition,
} from '../../domain/suitability/portfolio-fit.ts'
import type { Product } from '../../model/product.ts'
import type { RiskCaps } from '../../model/segment-cell.ts'
import type { AccountRisk } from '../../model/suggestion.ts'
import { cellOf } from '../book/cell-name.ts'
import type { SuggestionScene } from '../suggestions/suggestion-scene.ts'

const CASH = 'cash'

const shown = (fit: PortfolioFit): AccountRisk => ({
  weightedGrade: fit.weightedGrade,
  highestGrade: fit.highestGrade,
  shareAboveLevel: fit.shareAboveLevel,
  highGradeShare: fit.highGradeShare,
  largestProduct: fit.largestProduct,
  largestClass: fit.largestClass,
  breaches: [...fit.breaches],
})

/** Caps of the level, and of the cell where that is stricter; null without a level. */
const capsOf = ({ entry, pack, workspace }: SuggestionScene): RiskCaps | null => {
  const level = entry.client.riskCapacity
  if (level === null) return null
  const cell = workspace.rules.segments.cells.find(each => cellOf(each.tier, each.style) === entry.cell)
  return capsFor(level, pack, cell)
}

const positionsOf = ({ entry }: SuggestionScene): readonly RiskPosition[] => [
  ...entry.holdings.map(({ code, value, product }): RiskPosition => ({
    code,
    value,
    riskGrade: product?.riskGrade ?? null,
    assetClass: product?.assetClass ?? 'multiAsset',
  })),
  { code: CASH, value: entry.client.cash ?? 0, riskGrade: 'R1', assetClass: 'cash' },
]

const fitOf = (scene: SuggestionScene, positions: readonly RiskPosition[]): PortfolioFit =>
  portfolioFit(positions, scene.entry.client.riskCapacity, capsOf(scene), scene.pack)

const trade = ({ code, riskGrade, assetClass }: Product, fen: number) => ({
  product: { code, riskGrade, assetClass },
  amount: fen,
})

/**
 * Risk of the account before and after buying `amount` fen of a product, out of cash or for a holding that is sold; a
 * negative amount sells.
 */
export const riskAround = (
  scene: SuggestionScene,
  product: Product,
  amount: number,
  sells: Product | null = null,
): { readonly before: AccountRisk; readonly after: AccountRisk } => {
  const positions = positionsOf(scene)
  const trades = [...(sells === null ? [] : [trade(sells, -amount)]), trade(product, amount)]
  return {
    before: shown(fitOf(scene, positions)),
    after: shown(fitOf(scene, afterTrades(positions, trades))),
  }
}

/** The whole account against the client's level, as it stands. */
export const accountLevel = (scene: SuggestionScene): AccountLevel => {
  const fit = fitOf(scene, positionsOf(scene))
  return {
    level: scene.entry.client.riskCapacity,
    total: fit.total,
    risk: shown(fit),
    caps: capsOf(scene),
    ungradedShare: fit.ungradedShare,
    hhi: fit.hhi,
    pack: scene.pack.version,
    allowed: scene.entry.client.riskCapacity === null ? null : [...scene.pack.matrix[scene.entry.client.riskCapacity]],
    names: Object.fromEntries(scene.entry.holdings.map(({ code, product }) => [code, product?.name ?? code])),
  }
}
