import type { CellView } from '../../contract/matrix.ts'
import { onShelf } from '../../domain/recommendation/shelf-filter.ts'
import { prepareBook } from '../../domain/suitability/judge-book.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { Product } from '../../model/product.ts'
import type { ShelfFilter } from '../../model/segment-cell.ts'
import { IsoDate } from '../../model/units.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'
import type { Rules } from '../rules/rules.ts'

type ShelfLine = CellView['shelf'][number]

/** Share classes of one fund differ in the last letter of their name only. */
const fundName = (name: string): string => name.replace(/[A-Z]$/, '')

/** One of each class of assets in turn, so that the first lines show the breadth of the shelf; second share classes last. */
const inTurn = (lines: readonly { readonly product: Product; readonly line: ShelfLine }[]): readonly ShelfLine[] => {
  const seen = new Set<string>()
  const turns = new Map<string, number>()
  return lines
    .map(({ product, line }) => {
      const name = fundName(product.name)
      const again = seen.has(name) ? 1 : 0
      seen.add(name)
      const kind = product.riskGrade === null ? 'none' : product.assetClass
      const turn = turns.get(kind) ?? 0
      if (again === 0) turns.set(kind, turn + 1)
      return { line, again, turn }
    })
    .toSorted(
      (a, b) =>
        a.again - b.again ||
        a.turn - b.turn ||
        (a.line.riskGrade ?? 'R9').localeCompare(b.line.riskGrade ?? 'R9') ||
        a.line.code.localeCompare(b.line.code),
    )
    .map(({ line }) => line)
}

/** Every product of the shelf judged for every client of the cell. */
export const shelfCounts = (
  filter: ShelfFilter,
  entries: readonly ClientEntry[],
  { book, rules, today }: { readonly book: Book; readonly rules: Rules; readonly today: string },
): readonly ShelfLine[] => {
  const date = IsoDate.parse(today)
  const pack = packInForce(rules.suitability, date)
  const products = [...book.products.values()].filter(product => onShelf(product, filter))
  const judge =
    pack === null
      ? null
      : prepareBook(
          entries.map(entry => suitabilityClient(entry.client)),
          products.map(suitabilityProduct),
          { date, initiative: 'advisor' },
          pack,
        )
  const lines = products
    .map((product, at) => {
      const counts = { match: 0, mismatch: 0, undetermined: 0 }
      entries.forEach((_, client) => {
        counts[judge?.verdict(client, at).verdict ?? 'undetermined'] += 1
      })
      return { product, line: { code: product.code, name: product.name, riskGrade: product.riskGrade, ...counts } }
    })
    .toSorted((a, b) => b.line.match - a.line.match || a.line.code.localeCompare(b.line.code))
  return inTurn(lines)
}
