import {
  afterTrades,
  portfolioFit,
  strictestCaps,
  type PortfolioFit,
  type RiskPosition,
} from '../../domain/suitability/portfolio-fit.ts'
import type { Product } from '../../model/product.ts'
import type { AccountRisk } from '../../model/suggestion.ts'
import { cellOf } from '../book/cell-name.ts'
import type { SuggestionScene } from './suggestion-scene.ts'

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

/** Risk of the account before and after buying `amount` fen of a product out of cash. */
export const riskAround = (
  { entry, pack, workspace }: SuggestionScene,
  product: Product,
  amount: number,
): { readonly before: AccountRisk; readonly after: AccountRisk } => {
  const level = entry.client.riskCapacity
  const cell = workspace.rules.segments.cells.find(each => cellOf(each.tier, each.style) === entry.cell)
  const own = level === null ? null : pack.caps[level]
  const ofCell = level === null ? undefined : cell?.caps[level]
  const caps = own === null ? null : ofCell === undefined ? own : strictestCaps(own, ofCell)
  const positions: RiskPosition[] = entry.holdings.map(({ code, value, product: held }) => ({
    code,
    value,
    riskGrade: held?.riskGrade ?? null,
    assetClass: held?.assetClass ?? 'multiAsset',
  }))
  positions.push({ code: CASH, value: entry.client.cash ?? 0, riskGrade: 'R1', assetClass: 'cash' })
  const trade = {
    product: { code: product.code, riskGrade: product.riskGrade, assetClass: product.assetClass },
    amount,
  }
  return {
    before: shown(portfolioFit(positions, level, caps, pack)),
    after: shown(portfolioFit(afterTrades(positions, [trade]), level, caps, pack)),
  }
}
