import type { ImportContext, ImportedRow } from '../../domain/import/import-context.ts'
import type { Client } from '../../model/client.ts'
import type { Product } from '../../model/product.ts'
import type { ImportStage } from '../ports/import-stage.ts'
import type { Store } from '../ports/store.ts'

const bare = (id: string): string => id.replace(/^0+/, '')

/** Names that stand for one key only; a second one takes the name away. */
class Unique {
  readonly #keys = new Map<string, string | null>()

  add(name: string, key: string): void {
    const before = this.#keys.get(name)
    this.#keys.set(name, before === undefined || before === key ? key : null)
  }

  get(name: string): string | null {
    return this.#keys.get(name) ?? null
  }
}

export interface LearningContext {
  readonly context: ImportContext
  /** Takes in the rows of a part; the names of its clients count from the next table on. */
  learn(rows: readonly ImportedRow[]): void
  endTable(): void
}

/** What the book and the tables read before it know. Names and numbers are held, rows are looked up. */
export const importContext = (
  store: Store,
  stage: ImportStage,
  { pack, professionals }: Pick<ImportContext, 'pack' | 'professionals'>,
  givenClient: string | null,
): LearningContext => {
  const clients = new Set<string>()
  const accounts = new Set<string>()
  const products = new Set<string>()
  const [byName, byBare, codes] = [new Unique(), new Unique(), new Unique()]
  let met: { readonly id: string; readonly name: string }[] = []
  const know = ({ id, name }: { readonly id: string; readonly name: string }): void => {
    clients.add(id)
    byName.add(name, id)
    byBare.add(bare(id), id)
  }
  store.read(tx => {
    for (const account of tx.accounts.all()) accounts.add(account.id)
    for (const client of tx.clients.all()) know(client)
    for (const product of tx.products.all()) {
      products.add(product.code)
      codes.add(product.name, product.code)
    }
  })
  const staged = (id: string): Client | null => stage.row('clients', id) as Client | null
  return {
    context: {
      pack,
      professionals,
      givenClient,
      clientId: text => (clients.has(text) ? text : byBare.get(bare(text))),
      clientIdByName: name => byName.get(name),
      client: id => staged(id) ?? (clients.has(id) ? store.read(tx => tx.clients.byKey(id)) : null),
      hasAccount: id => accounts.has(id),
      hasProduct: code => products.has(code),
      codeByName: name => codes.get(name),
    },
    learn(rows) {
      for (const { stream, row, key } of rows) {
        if (stream === 'clients') met.push({ id: key, name: (row as Client).name })
        else if (stream === 'accounts') accounts.add(key)
        else if (stream === 'products') {
          products.add(key)
          codes.add((row as Product).name, key)
        }
      }
    },
    endTable() {
      for (const client of met) know(client)
      met = []
    },
  }
}
