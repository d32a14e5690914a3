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

it('a product that is held or known but not on the shelf has the same row', async () => {
  const { api } = await book()
  expect(await api.products.row({ code: 'P' })).toEqual((await api.products.shelf({}))[0])
  expect(await api.products.row({ code: 'OFF' })).toMatchObject({ code: 'OFF', name: '下架', holders: 0 })
  await expect(api.products.row({ code: 'NONE' })).rejects.toThrow('there is no such product')
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

it('drafts a letter and a task for the chosen clients of an event, and takes the whole batch back', async () => {
  const { api, store } = await book()
  const event = { kind: 'gradeRaised', to: 'R4' } as const
  const clientIds = ['C00002', 'C00001']
  const batch = await api.products.draft({ code: 'P', event, clientIds })
  expect(batch.drafts.map(d => [d.clientId, d.findings])).toEqual([
    ['C00002', 0],
    ['C00001', 0],
  ])
  expect(batch.drafts[0]?.letter.zh).toContain('风险等级已上调至 R4')
  expect(batch.drafts[0]?.letter.zh).toContain('R4 > C3')
  const tasks = () => store.read(tx => tx.tasks.all().filter(task => task.title.includes('上调至 R4')))
  expect(tasks().map(task => task.kind)).toEqual(['suitabilityNotice', 'suitabilityNotice'])
  expect(store.read(tx => tx.sync.waiting()).map(entry => entry.kind)).toEqual(['task', 'task'])
  expect((await api.products.drafts({ code: 'P' })).map(each => each.id)).toEqual([batch.id])
  expect(await api.products.undoDrafts({ id: batch.id })).toEqual({ withdrawn: 2, cancelled: 0 })
  expect(tasks()).toEqual([])
  expect(store.read(tx => tx.sync.waiting())).toEqual([])
  expect(await api.products.drafts({ code: 'P' })).toEqual([])
  await expect(api.products.undoDrafts({ id: batch.id })).rejects.toThrow('taken back already')
})

it('joins more clients to a batch, which is taken back as one', async () => {
  const { api, store } = await book()
  const event = { kind: 'managerChanged' } as const
  const first = await api.products.draft({ code: 'P', event, clientIds: ['C00001'] })
  const second = await api.products.draft({ code: 'P', event, clientIds: ['C00002', 'C00003'], batch: first.id })
  expect(second.id).toBe(first.id)
  expect(second.drafts.map(d => d.clientId)).toEqual(['C00001', 'C00002', 'C00003'])
  expect(new Set(second.drafts.map(d => d.taskId)).size).toBe(3)
  expect(await api.products.undoDrafts({ id: first.id })).toEqual({ withdrawn: 3, cancelled: 0 })
  expect(store.read(tx => tx.sync.waiting())).toEqual([])
  await expect(api.products.draft({ code: 'P', event, clientIds: ['C00001'], batch: first.id })).rejects.toThrow(
    'taken back already',
  )
})

it('names every client that an event touches', async () => {
  const opened = await book()
  opened.store.write(tx => {
    for (let n = 100; n < 720; n++) {
      tx.clients.put(Client.parse(sampleRow('clients', n)))
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', n), code: 'P', value: 100 }))
    }
  })
  const { clients } = await opened.api.products.affected({ code: 'P', event: { kind: 'halted' } })
  // four of the book and 620 more
  expect(clients).toHaveLength(624)
})

it('drafts nothing when one of the clients does not hold the product', async () => {
  const { api, store } = await book()
  const event = { kind: 'managerChanged' } as const
  await expect(api.products.draft({ code: 'P', event, clientIds: ['C00001', 'NOBODY'] })).rejects.toMatchObject({
    data: { code: 'invalidInput', where: 'NOBODY' },
  })
  expect(store.read(tx => tx.sync.waiting())).toEqual([])
})

it('marks tasks of a batch that head office has already as not relevant', async () => {
  const { api, store } = await book()
  const batch = await api.products.draft({ code: 'P', event: { kind: 'halted' }, clientIds: ['C00003'] })
  store.write(tx => {
    const answers = tx.sync.waiting().map(({ id }) => ({ id, state: 'applied' as const, reason: null, conflicts: [] }))
    tx.sync.answer(answers, '2026-11-23T03:00:00.000Z')
  })
  expect(await api.products.undoDrafts({ id: batch.id })).toEqual({ withdrawn: 0, cancelled: 1 })
  expect(store.read(tx => tx.tasks.byKey(batch.drafts[0]?.taskId ?? ''))?.state).toBe('notRelevant')
})
