import { lookThrough } from '../../domain/portfolio/look-through.ts'
import { fundOverlap, type PositionWeights } from '../../domain/portfolio/fund-overlap.ts'
import {
  rankShelf,
  type RankedShelf,
  type ShelfClient,
  type ShelfProduct,
} from '../../domain/recommendation/rank-shelf.ts'
import { onShelf } from '../../domain/recommendation/shelf-filter.ts'
import type { RankedShelfView } from '../../contract/suggestions.ts'
import type { AssetClass } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'
import type { TargetAllocation } from '../../model/segment-cell.ts'
import { IsoDate } from '../../model/units.ts'
import { cellOf } from '../book/cell-name.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'
import { comparison } from '../clients/comparison.ts'
import type { ReadTx } from '../ports/store.ts'
import type { SuggestionScene } from './suggestion-scene.ts'

const classes = [
  'cash',
  'fixedIncome',
  'equity',
  'multiAsset',
  'overseasCommodity',
] as const satisfies readonly AssetClass[]
const SHOWN = 30

/** Without a level there is no target: every class counts as on target. */
const noTarget = (shares: Readonly<Record<AssetClass, number>>): TargetAllocation => ({ ...shares })

const sharesOf = (tx: ReadTx, entry: ClientEntry, today: string): Readonly<Record<AssetClass, number>> => {
  const sums: Record<AssetClass, number> = {
    cash: entry.client.cash ?? 0,
    fixedIncome: 0,
    equity: 0,
    multiAsset: 0,
    overseasCommodity: 0,
  }
  for (const { product, value } of entry.holdings) {
    if (product === undefined) continue
    const fund = tx.funds.byKey(product.code) ?? undefined
    const disclosed = fund === undefined ? null : tx.fundHoldings.latest(fund.fundId, today)
    const mix = lookThrough(product.assetClass, fund?.type ?? null, disclosed ?? undefined).shares
    for (const name of classes) sums[name] += value * mix[name]
  }
  const total = classes.reduce((sum, name) => sum + sums[name], 0)
  for (const name of classes) sums[name] = total === 0 ? 0 : sums[name] / total
  return sums
}

const positionsOf = (tx: ReadTx, code: string, today: string): PositionWeights | null => {
  const fund = tx.funds.byKey(code)
  const disclosed = fund === null ? null : tx.fundHoldings.latest(fund.fundId, today)
  return disclosed === null ? null : new Map(disclosed.positions.map(each => [each.code, each.weight]))
}

/** Facts of one client for the ranking, and a way to look up each product once. */
export const shelfScene = (tx: ReadTx, scene: SuggestionScene) => {
  const { entry, today, workspace } = scene
  const { client } = entry
  const cell = workspace.rules.segments.cells.find(each => cellOf(each.tier, each.style) === entry.cell)
  const shares = sharesOf(tx, entry, today)
  const held = entry.holdings.flatMap(({ code }) => positionsOf(tx, code, today) ?? [])
  const scores = workspace.standing()
  const facts: ShelfClient = {
    suitability: suitabilityClient(client),
    shares,
    target: (client.riskCapacity === null ? undefined : cell?.targets[client.riskCapacity]) ?? noTarget(shares),
    held: new Set(entry.holdings.map(holding => holding.code)),
    investable: client.cash ?? 0,
    liquidityDays: null,
    weighing: workspace.rules.shelf,
  }
  const shelfProduct = (product: Product): ShelfProduct => {
    const own = positionsOf(tx, product.code, today)
    return {
      product,
      quality: scores.get(product.code)?.score.total ?? null,
      overlap: own === null ? null : held.reduce((most, other) => Math.max(most, fundOverlap(own, other)), 0),
    }
  }
  return { facts, shelfProduct, cell }
}

/** The shelf of the client's cell ranked for this client. */
export const rankForClient = (
  tx: ReadTx,
  scene: SuggestionScene,
): { readonly shelf: RankedShelf; readonly facts: ShelfClient } => {
  const { facts, shelfProduct, cell } = shelfScene(tx, scene)
  const products =
    cell === undefined ? [] : [...scene.book.products.values()].filter(product => onShelf(product, cell.shelf))
  const date = IsoDate.parse(scene.today)
  return { shelf: rankShelf(products.map(shelfProduct), facts, { date }, scene.pack), facts }
}

export const shelfView = (tx: ReadTx, scene: SuggestionScene): RankedShelfView => {
  const { shelf, facts } = rankForClient(tx, scene)
  return {
    ranked: shelf.ranked.slice(0, SHOWN).flatMap(each => {
      const product = scene.book.products.get(each.code)
      if (product === undefined) return []
      const factor = ({ factor: name, points, value }: (typeof each.reasons)[number]) => ({
        factor: name,
        points,
        value,
      })
      return {
        code: each.code,
        name: product.name,
        riskGrade: product.riskGrade,
        rank: each.rank,
        score: each.score,
        reasons: each.reasons.map(factor),
        against: each.counterReasons.map(factor),
        alreadyHeld: each.alreadyHeld,
        comparison: comparison(facts.suitability, suitabilityProduct(product), each.verdict),
      }
    }),
    heldBack: shelf.heldBack.map(({ why, count }) => ({ why, count })),
    investable: facts.investable,
  }
}
