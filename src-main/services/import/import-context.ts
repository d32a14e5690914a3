import type { ImportContext, ImportedRow } from '../../domain/import/import-context.ts'
import type { Client } from '../../model/client.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import type { ReadTx } from '../ports/store.ts'

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

/** What the book and the tables read before it know; `learn` takes in the rows of a table. */
export const importContext = (
  tx: ReadTx,
  pack: ImportPack,
  givenClient: string | null,
): { readonly context: ImportContext; learn(rows: readonly ImportedRow[]): void } => {
  const clients = new Map<string, Client>()
  const accounts = new Set<string>(tx.accounts.all().map(row => row.id))
  const products = new Set<string>()
  const [byName, byBare, codes] = [new Unique(), new Unique(), new Unique()]
  const learnClient = (client: Client): void => {
    clients.set(client.id, client)
    byName.add(client.name, client.id)
    byBare.add(bare(client.id), client.id)
  }
  for (const client of tx.clients.all()) learnClient(client)
  for (const product of tx.products.all()) {
    products.add(product.code)
    codes.add(product.name, product.code)
  }
  return {
    context: {
      pack,
      givenClient,
      clientId: text => (clients.has(text) ? text : byBare.get(bare(text))),
      clientIdByName: name => byName.get(name),
      client: id => clients.get(id) ?? null,
      hasAccount: id => accounts.has(id),
      hasProduct: code => products.has(code),
      codeByName: name => codes.get(name),
    },
    learn(rows) {
      for (const { stream, row, key } of rows) {
        if (stream === 'clients') learnClient(row as Client)
        else if (stream === 'accounts') accounts.add(key)
        else if (stream === 'products') products.add(key)
      }
    },
  }
}
