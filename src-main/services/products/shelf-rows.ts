import type { ShelfRow } from '../../contract/products.ts'
import { onShelf } from '../../domain/recommendation/shelf-filter.ts'
import { prepareBook } from '../../domain/suitability/judge-book.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { Product } from '../../model/product.ts'
import { IsoDate } from '../../model/units.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Book } from '../book/client-entry.ts'
import { suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'
import type { Romanise } from '../clients/client-rows.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { knownProduct } from './audience.ts'

const cache = new WeakMap<Book, readonly ShelfRow[]>()

const rowsOf = (workspace: Workspace, romanise: Romanise, products: readonly Product[]): readonly ShelfRow[] => {
  const book = workspace.book()
  const today = workspace.today()
  const pack = packInForce(workspace.rules.suitability, today)
  const scores = workspace.standing()
  const judges =
    pack === null
      ? null
      : prepareBook(
          book.entries.map(entry => suitabilityClient(entry.client)),
          products.map(suitabilityProduct),
          { date: IsoDate.parse(today), initiative: 'advisor' },
          pack,
        )
  const held = new Map<string, { holders: number; value: number }>()
  for (const entry of book.entries)
    for (const { code, value } of entry.holdings) {
      const sum = held.get(code) ?? { holders: 0, value: 0 }
      held.set(code, { holders: sum.holders + 1, value: sum.value + value })
    }
  return products.map((product, p): ShelfRow => {
    const counts = { match: 0, mismatch: 0, undetermined: 0 }
    for (let c = 0; c < book.entries.length; c++) counts[judges?.verdict(c, p).verdict ?? 'undetermined'] += 1
    const { highRisk, redemptionDays, minimum, annualFee, sale, access, maturesOn, code, name, kind } = product
    return {
      code,
      name,
      search: `${name} ${romanise(name)} ${code}`.toLowerCase(),
      kind,
      assetClass: product.assetClass,
      riskGrade: product.riskGrade,
      gradedBy: product.gradedBy,
      gradedOn: product.gradedOn,
      term: product.term,
      variety: product.variety,
      highRisk,
      redemptionDays,
      minimum,
      annualFee,
      sale,
      access,
      score: scores.get(code)?.score.total ?? null,
      maturesOn,
      cells: workspace.rules.segments.cells
        .filter(cell => onShelf(product, cell.shelf))
        .map(cell => cellOf(cell.tier, cell.style)),
      holders: held.get(code)?.holders ?? 0,
      heldValue: held.get(code)?.value ?? 0,
      ...counts,
    }
  })
}

/** Every product of the firm's shelf with its facts, its cells, and how many clients of the book it fits. */
export const shelfRows = (workspace: Workspace, romanise: Romanise): readonly ShelfRow[] => {
  const book = workspace.book()
  const known = cache.get(book)
  if (known !== undefined) return known
  const products = [...book.products.values()].filter(product => product.onShelf)
  const sorted = rowsOf(workspace, romanise, products).toSorted(
    (a, b) => b.match - a.match || a.code.localeCompare(b.code),
  )
  cache.set(book, sorted)
  return sorted
}

/** The same of one product, on the shelf or not; an unknown code is `notFound`. */
export const productRow = (workspace: Workspace, romanise: Romanise, code: string): ShelfRow => {
  const product = knownProduct(workspace.book(), code)
  const [row] = rowsOf(workspace, romanise, [product])
  if (row === undefined) throw new Error(`no row of ${code}`)
  return row
}
