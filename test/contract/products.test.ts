import { expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Product } from '../../src-main/model/product.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()

const book = async () => {
  const opened = await open()
  const levels = ['C1', 'C3', 'C5', null] as const
  opened.store.write(tx =>
    levels.forEach((riskCapacity, i) => {
      tx.clients.put(Client.parse({ ...sampleRow('clients', i + 1), riskCapacity, variety: 4, term: 3 }))
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', i + 1), code: 'P', value: (i + 1) * 1_000_000 }))
    }),
  )
  putProducts(opened.store, [
    Product.parse({ ...sampleRow('products', 1), code: 'P', name: '产品', riskGrade: 'R3', tags: [] }),
    Product.parse({ ...sampleRow('products', 1), code: 'OFF', name: '下架', onShelf: false }),
  ])
  return opened
}

it('the shelf lists what the firm offers, judged for every client of the book', async () => {
  const { api } = await book()
  const rows = await api.products.shelf({})
  // R3: C3 and C5 may, C1 may not, a missing level cannot be judged
  expect(rows.map(row => [row.code, row.match, row.mismatch, row.undetermined])).toEqual([['P', 2, 1, 1]])
  expect(rows[0]).toMatchObject({ holders: 4, heldValue: 10_000_000 })
})

it('an audience names whom a product fits and why not the rest; all add up to the book', async () => {
  const { api } = await book()
  const view = await api.products.audience({ code: 'P' })
  expect(view.counts).toEqual({ match: 2, mismatch: 1, undetermined: 1 })
  expect(view.clients.length + view.offShelf).toBe(2)
  expect(view.whyNot.toSorted((a, b) => a.code.localeCompare(b.code))).toEqual([
    { code: 'REASSESS', count: 1 },
    { code: 'RISK_ABOVE', count: 1 },
  ])
})

it('a raised grade lists first those whom the product does not fit any more, then by what they hold', async () => {
  const { api } = await book()
  const raised = await api.products.affected({ code: 'P', event: { kind: 'gradeRaised', to: 'R4' } })
  expect(raised.worse).toBe(1)
  expect(raised.clients.map(each => [each.clientId, each.before, each.after])).toEqual([
    ['C00002', 'match', 'mismatch'],
    ['C00004', 'undetermined', 'undetermined'],
    ['C00003', 'match', 'match'],
    ['C00001', 'mismatch', 'mismatch'],
  ])
  const halted = await api.products.affected({ code: 'P', event: { kind: 'halted' } })
  expect(halted).toMatchObject({ worse: 0, value: 10_000_000 })
})

it('an unknown product is a clear error', async () => {
  const { api } = await book()
  await expect(api.products.audience({ code: 'NONE' })).rejects.toMatchObject({
    data: { code: 'notFound', where: 'NONE' },
  })
})
