import type { ReadTx } from '../ports/store.ts'
import type { Book } from '../book/client-entry.ts'

/** What the list needs of accounts and positions beyond the book: maturities and margin accounts; money in fen. */
export interface HeldFacts {
  readonly maturing: ReadonlyMap<
    string,
    readonly { readonly code: string; readonly value: number; readonly on: string }[]
  >
  readonly margin: ReadonlyMap<string, { readonly ratio: number; readonly debt: number }>
}

const cache = new WeakMap<Book, HeldFacts>()

/** Read once per state of the book. The maintenance ratio is (cash + securities) / debt of the margin account. */
export const heldFacts = (tx: ReadTx, book: Book): HeldFacts => {
  const known = cache.get(book)
  if (known !== undefined) return known
  const maturing = new Map<string, { code: string; value: number; on: string }[]>()
  const byAccount = new Map<string, number>()
  for (const { clientId, accountId, code, value, maturesOn } of tx.holdings.all()) {
    byAccount.set(accountId, (byAccount.get(accountId) ?? 0) + value)
    const on = maturesOn ?? book.products.get(code)?.maturesOn ?? null
    if (on !== null) maturing.set(clientId, [...(maturing.get(clientId) ?? []), { code, value, on }])
  }
  const margin = new Map<string, { ratio: number; debt: number }>()
  for (const account of tx.accounts.all()) {
    if (account.kind !== 'margin' || account.marginDebt <= 0) continue
    const ratio = (account.cash + (byAccount.get(account.id) ?? 0)) / account.marginDebt
    const worst = margin.get(account.clientId)
    if (worst === undefined || ratio < worst.ratio) margin.set(account.clientId, { ratio, debt: account.marginDebt })
  }
  const facts = { maturing, margin }
  cache.set(book, facts)
  return facts
}
