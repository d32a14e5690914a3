import type { HeldProduct, JudgedState } from '../../domain/suitability/rematch.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import { IsoDate } from '../../model/units.ts'
import type { Book } from '../book/client-entry.ts'
import { clientOn, suitabilityClient, suitabilityProduct } from '../book/suitability-facts.ts'

/** The book as a judge sees it on a day under a pack, which may take other professionals for ordinary than the pack of today. Judged as if the advisor recommended: a holding has no wish of its own. */
export const bookState = (book: Book, date: string, pack: SuitabilityPack): JudgedState => ({
  clients: new Map(
    book.entries.map(({ filed }) => [filed.id as string, suitabilityClient(clientOn(filed, date, pack))]),
  ),
  products: new Map(Array.from(book.products, ([code, product]) => [code, suitabilityProduct(product)])),
  context: { date: IsoDate.parse(date), initiative: 'advisor' },
  pack,
})

/** Every holding of the book, summed over the accounts of its client. */
export const heldProducts = (book: Book): readonly HeldProduct[] =>
  book.entries.flatMap(({ client, holdings }) =>
    holdings.map(({ code, value }): HeldProduct => ({ clientId: client.id, code, value })),
  )
