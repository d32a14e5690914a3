import { expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const open = openedBooks()

it('judges the holdings anew when the day changes while the book stays open', async () => {
  const { api, store, setNow } = await open('2026-11-23T02:00:00.000Z')
  store.write(tx => {
    tx.clients.put(Client.parse({ ...sampleRow('clients', 1), variety: 2, validUntil: '2026-11-23' }))
    tx.holdings.put(sampleRow('holdings', 1))
  })
  putProducts(store, [sampleRow('products', 1)])
  const undetermined = async () => (await listedClients(api)).map(row => row.undetermined)
  expect(await undetermined()).toEqual([0])
  // the questionnaire ran out at midnight
  setNow('2026-11-24T02:00:00.000Z')
  expect(await undetermined()).toEqual([1])
})
