import type { Product } from '../../src-main/model/product.ts'
import type { Store } from '../../src-main/services/ports/store.ts'

/** Products reach a book only by sync: one page of them. */
export const putProducts = (store: Store, products: readonly Product[]): void =>
  store.write(tx => {
    const changes = products.map((row, i) => ({
      kind: 'put' as const,
      seq: i + 1,
      key: row.code as string,
      tier: null,
      row,
    }))
    tx.sync.applyPage({
      stream: 'products',
      tier: null,
      changes,
      cursor: 'c1',
      more: false,
      at: '2026-11-20T08:00:00.000Z',
    })
  })
