import type { CellView } from '../../contract/matrix.ts'
import { onShelf } from '../../domain/recommendation/shelf-filter.ts'
import { judgeSuitability } from '../../domain/suitability/judge-suitability.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { ShelfFilter } from '../../model/segment-cell.ts'
import { IsoDate } from '../../model/units.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'
import type { Rules } from '../rules/rules.ts'

/** Every product of the shelf judged for every client of the cell. */
export const shelfCounts = (
  filter: ShelfFilter,
  entries: readonly ClientEntry[],
  { book, rules, today }: { readonly book: Book; readonly rules: Rules; readonly today: string },
): CellView['shelf'] => {
  const date = IsoDate.parse(today)
  const pack = packInForce(rules.suitability, date)
  const clients = entries.map(entry => suitabilityClient(entry.client, today))
  return [...book.products.values()]
    .filter(product => onShelf(product, filter))
    .map(product => {
      const counts = { match: 0, mismatch: 0, undetermined: 0 }
      const facts = suitabilityProduct(product)
      for (const client of clients)
        counts[
          pack === null
            ? 'undetermined'
            : judgeSuitability(client, facts, { date, initiative: 'advisor' }, pack).verdict
        ] += 1
      return { code: product.code, name: product.name, riskGrade: product.riskGrade, ...counts }
    })
    .toSorted((a, b) => b.match - a.match || a.code.localeCompare(b.code))
}
