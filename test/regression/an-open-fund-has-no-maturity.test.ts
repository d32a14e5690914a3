import { expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Product } from '../../src-main/model/product.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()

const product = (code: string, kind: string, maturesOn: string | null) =>
  Product.parse({ ...sampleRow('products', 1), code, kind, maturesOn })

it('nobody is written to that an open fund will mature soon', async () => {
  const { api, store } = await open()
  store.write(tx => {
    tx.clients.put(Client.parse(sampleRow('clients', 1)))
    for (const code of ['OPEN', 'NOTE', 'DATED'])
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 1), accountId: code, code }))
  })
  putProducts(store, [
    product('OPEN', 'fund', null),
    product('NOTE', 'note', null),
    product('DATED', 'fund', '2026-12-10'),
  ])
  const event = { kind: 'maturity' } as const
  const touched = async (code: string) => (await api.products.affected({ code, event })).clients.length
  expect([await touched('OPEN'), await touched('NOTE'), await touched('DATED')]).toEqual([0, 1, 1])
  await expect(api.products.draft({ code: 'OPEN', event, clientIds: ['C00001'] })).rejects.toMatchObject({
    data: { code: 'invalidInput' },
  })
  const { drafts } = await api.products.draft({ code: 'DATED', event, clientIds: ['C00001'] })
  expect(drafts[0]?.letter.zh).toContain('2026-12-10')
})
