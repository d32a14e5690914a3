import type { AffectedView, AudienceView } from '../../contract/products.ts'
import { shelfFactors, shelfScore } from '../../domain/recommendation/rank-shelf.ts'
import { onShelf } from '../../domain/recommendation/shelf-filter.ts'
import { AppError } from '../../model/app-error.ts'
import { canMature } from '../../model/can-mature.ts'
import type { AssetClass } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'
import type { ProductEvent } from '../../model/product-event.ts'
import { waitingResults } from '../assessments/waiting-results.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'
import { comparison } from '../clients/comparison.ts'
import { judgePair } from '../suitability/judge-pair.ts'
import type { Workspace } from '../workspace/workspace.ts'

const SHOWN = 300

/** The product with this code; an unknown code is `notFound`. */
export const knownProduct = (book: Book, code: string): Product => {
  const product = book.products.get(code)
  if (product === undefined)
    throw new AppError('notFound', 'there is no such product', { where: code, hint: 'check the code, or sync' })
  return product
}

type Waiting = ReturnType<typeof waitingResults>

const who = ({ client, decision, assets }: ClientEntry, waiting: Waiting) => ({
  clientId: client.id,
  name: client.name,
  tier: decision.tier,
  style: decision.style,
  assets,
  waitingCapacity: waiting.get(client.id)?.riskCapacity ?? null,
})

/** Shares by the class of each product's row: fast enough for a whole book, and fine enough to order it. */
const sharesOf = (entry: ClientEntry): Readonly<Record<AssetClass, number>> => {
  const sums = { cash: entry.client.cash ?? 0, fixedIncome: 0, equity: 0, multiAsset: 0, overseasCommodity: 0 }
  for (const { product, value } of entry.holdings) if (product !== undefined) sums[product.assetClass] += value
  const total = Object.values(sums).reduce((sum, value) => sum + value, 0) || 1
  return {
    cash: sums.cash / total,
    fixedIncome: sums.fixedIncome / total,
    equity: sums.equity / total,
    multiAsset: sums.multiAsset / total,
    overseasCommodity: sums.overseasCommodity / total,
  }
}

/** Whom a product fits, the best fitting first, and why it does not fit the others. */
export const audience = (workspace: Workspace, code: string): AudienceView => {
  const book = workspace.book()
  const { rules } = workspace
  const today = workspace.today()
  const product = knownProduct(book, code)
  const cells = new Map(rules.segments.cells.map(cell => [cellOf(cell.tier, cell.style), cell]))
  const waiting = workspace.store.read(waitingResults)
  const counts = { match: 0, mismatch: 0, undetermined: 0 }
  const whyNot = new Map<string, number>()
  const clients: AudienceView['clients'] = []
  let offShelf = 0
  for (const entry of book.entries) {
    const verdict = judgePair(entry.client, product, { rules, today })
    counts[verdict?.verdict ?? 'undetermined'] += 1
    if (verdict?.verdict !== 'match') {
      const why = verdict?.codes[0] ?? 'REASSESS'
      whyNot.set(why, (whyNot.get(why) ?? 0) + 1)
      continue
    }
    const cell = cells.get(entry.cell)
    if (cell === undefined || !onShelf(product, cell.shelf)) {
      offShelf += 1
      continue
    }
    const shares = sharesOf(entry)
    const level = entry.client.riskCapacity
    const suitability = suitabilityClient(entry.client)
    const factors = shelfFactors(
      { product, quality: null, overlap: null },
      {
        suitability,
        shares,
        target: level === null ? shares : cell.targets[level],
        held: new Set(),
        investable: entry.client.cash ?? 0,
        liquidityDays: null,
        weighing: rules.shelf,
      },
    )
    clients.push({
      ...who(entry, waiting),
      score: shelfScore(factors),
      held: entry.holdings.find(holding => holding.code === code)?.value ?? 0,
      cash: entry.client.cash ?? 0,
      comparison: comparison(suitability, suitabilityProduct(product), verdict),
    })
  }
  return {
    code,
    name: product.name,
    counts,
    clients: clients.toSorted((a, b) => b.score - a.score || b.assets - a.assets).slice(0, SHOWN),
    whyNot: Array.from(whyNot, ([why, count]) => ({ code: why, count })).toSorted((a, b) => b.count - a.count),
    offShelf,
  }
}

/** The product as it is once the event has happened. */
export const afterEvent = (product: Product, event: ProductEvent): Product =>
  event.kind === 'gradeRaised' ? { ...product, riskGrade: event.to } : product

/** Who holds a product to which something happened: those whom it no longer fits first, then by what they hold. */
export const affected = (workspace: Workspace, code: string, event: ProductEvent): AffectedView => {
  const book = workspace.book()
  const { rules } = workspace
  const today = workspace.today()
  const product = knownProduct(book, code)
  const changed = afterEvent(product, event)
  const waiting = workspace.store.read(waitingResults)
  const clients = book.entries.flatMap(entry => {
    const holding = entry.holdings.find(each => each.code === code)
    if (holding === undefined || (event.kind === 'maturity' && !canMature(product))) return []
    const now = judgePair(entry.client, changed, { rules, today })
    return {
      ...who(entry, waiting),
      value: holding.value,
      share: entry.assets > 0 ? holding.value / entry.assets : 0,
      before: holding.verdict,
      after: now?.verdict ?? ('undetermined' as const),
      comparison: comparison(suitabilityClient(entry.client), suitabilityProduct(changed), now),
    }
  })
  const isWorse = (each: (typeof clients)[number]): boolean => each.before === 'match' && each.after !== 'match'
  return {
    code,
    clients: clients.toSorted((a, b) => Number(isWorse(b)) - Number(isWorse(a)) || b.value - a.value),
    value: clients.reduce((sum, each) => sum + each.value, 0),
    worse: clients.filter(isWorse).length,
  }
}
