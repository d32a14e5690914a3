import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { AppError } from '../../model/app-error.ts'
import type { Product } from '../../model/product.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import type { Author } from '../evidence/freeze-verdict.ts'
import { asAdvisor, readConnection } from '../session/connection.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Everything the suggestion of one product to one client rests on. */
export interface SuggestionScene {
  readonly workspace: Workspace
  readonly book: Book
  readonly entry: ClientEntry
  readonly today: string
  readonly pack: SuitabilityPack
  readonly author: Author
}

export const sceneOf = (workspace: Workspace, clientId: string): SuggestionScene => {
  const book = workspace.book()
  const entry = book.byId.get(clientId)
  if (entry === undefined)
    throw new AppError('notFound', 'there is no such client in this book', {
      where: clientId,
      hint: 'it may have moved to another advisor',
    })
  const today = workspace.today()
  const pack = packInForce(workspace.rules.suitability, today)
  if (pack === null)
    throw new AppError('invalidInput', 'no suitability pack is in force on this day', {
      where: today,
      hint: 'import the pack of this day in Settings',
    })
  const connection = readConnection(workspace.store)
  const author = connection === null ? { id: '', name: '', licence: '' } : asAdvisor(connection)
  return { workspace, book, entry, today, pack, author }
}

export const productOf = (book: Book, code: string): Product => {
  const product = book.products.get(code)
  if (product === undefined)
    throw new AppError('notFound', 'there is no such product', { where: code, hint: 'check the code, or sync' })
  return product
}
