import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { Contact } from '../../src-main/model/contact.ts'
import { Holding } from '../../src-main/model/holding.ts'
import { Questionnaire } from '../../src-main/model/questionnaire.ts'
import { Task } from '../../src-main/model/task.ts'
import type { Store } from '../../src-main/services/ports/store.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()

const client = (n: number, fields: object = {}): Client =>
  Client.parse({ ...sampleRow('clients', n), averageAssets: 600_000_000, latestAssets: 600_000_000, ...fields })

/** Contacted three days ago, valid questionnaire: nothing speaks for a contact. */
const quiet = (store: Store, n: number, fields: object = {}): void =>
  store.write(tx => {
    const row = client(n, fields)
    tx.clients.put(row)
    tx.contacts.put(Contact.parse({ ...sampleRow('contacts', n), clientId: row.id, at: '2026-11-20T02:00:00.000Z' }))
  })

const lines = async (api: Awaited<ReturnType<typeof open>>['api']) => {
  const view = await api.today.view({ limit: 50 })
  return view.rows.map(row => `${row.id} ${row.why.zh}`)
}

/** A held result that head office decided on. */
const decided = (n: number, decision: 'released' | 'declined', at: string): Questionnaire => {
  const review = { decision, at, by: '周敏', note: '与收入证明不符' }
  return Questionnaire.parse({ ...sampleRow('questionnaires', n), date: '2026-11-17', held: ['levelJump'], review })
}

describe('the list of today', () => {
  it('is empty when nobody needs anything', async () => {
    const { api, store } = await open()
    quiet(store, 1)
    expect(await lines(api)).toEqual([])
  })

  it('names who waits for an answer and who is overdue before whose questionnaire ran out', async () => {
    const { api, store } = await open()
    for (const n of [1, 2, 3]) quiet(store, n)
    store.write(tx => {
      tx.clients.put(client(1, { validUntil: '2026-11-10' }))
      tx.engagements.put({
        ...sampleRow('engagements', 2),
        kind: 'answered',
        at: '2026-11-22T02:00:00.000Z' as never,
      })
      tx.contacts.put({ ...sampleRow('contacts', 3), at: '2026-06-01T02:00:00.000Z' as never })
    })
    const [first, second, third] = await lines(api)
    expect(first).toBe('C00002 报告已回复，待跟进')
    expect(second).toMatch(/^C00003 逾期 \d+ 天$/)
    expect(third).toBe('C00001 问卷 11-10 过期')
  })

  it('draws the line at a fifth of the hours of the week', async () => {
    const { api, store } = await open()
    await api.settings.set({ hoursPerWeek: 5 })
    for (const n of [1, 2, 3]) quiet(store, n, { validUntil: '2026-11-10' })
    const view = await api.today.view({ limit: 50 })
    // 5 hours a week are 60 minutes a day; tier 4 takes the minutes of its standard each
    expect(view.availableMinutes).toBe(60)
    const minutes = view.rows[0]?.minutes ?? 0
    expect(view.rows.map(row => row.minutesSoFar)).toEqual([minutes, 2 * minutes, 3 * minutes])
    expect(view.aboveCut).toBe(Math.floor(60 / minutes))
    expect(view.needMinutes).toBe(3 * minutes)
  })

  it('tells of a level that fell while the holdings stayed, and never calls it a match', async () => {
    const { api, store } = await open()
    quiet(store, 1, { riskCapacity: 'C2', variety: 2 })
    store.write(tx => {
      const asked = sampleRow('questionnaires', 1)
      tx.questionnaires.put(Questionnaire.parse({ ...asked, id: 'before', date: '2025-11-20', riskCapacity: 'C4' }))
      tx.questionnaires.put(Questionnaire.parse({ ...asked, id: 'now', date: '2026-11-18', riskCapacity: 'C2' }))
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 1), value: 120_000_000 }))
    })
    putProducts(store, [sampleRow('products', 1)])
    const [row] = (await api.today.view({ limit: 5 })).rows
    expect(row?.why.zh).toBe('1 只持仓不再匹配，占 20.0%')
    expect(row?.more.zh).toContain('由 C4 降至 C2')
    expect(row).toMatchObject({ verdict: { verdict: 'mismatch', comparison: { zh: 'R3 > C2', en: 'R3 > C2' } } })
  })

  it('tells what head office decided on a held result, until the client was spoken to', async () => {
    const { api, store } = await open()
    for (const n of [1, 2, 3, 4]) quiet(store, n)
    store.write(tx => {
      tx.questionnaires.put(decided(1, 'declined', '2026-11-22T02:00:00.000Z'))
      tx.questionnaires.put(decided(2, 'released', '2026-11-22T02:00:00.000Z'))
      // decided before the contact of 20 November, and longer ago than counts as news
      tx.questionnaires.put(decided(3, 'declined', '2026-11-19T02:00:00.000Z'))
      tx.questionnaires.put(decided(4, 'declined', '2026-10-01T02:00:00.000Z'))
    })
    const { rows } = await api.today.view({ limit: 5 })
    expect(rows.map(row => row.id).toSorted()).toEqual(['C00001', 'C00002'])
    const [declined, released] = rows.toSorted((a, b) => a.id.localeCompare(b.id))
    expect(declined?.why.zh).toBe('总部未放行 11-17 的测评，待告知')
    expect(declined?.more.zh).toBe('周敏 于 11-22 退回：与收入证明不符')
    expect(released?.why.zh).toMatch(/^总部放行 11-17 的测评，现为 C\d$/)
    expect(released?.bring.en).toBe('the result and what fits now')
  })

  it('warns of a margin account below the line and of money that matures', async () => {
    const { api, store } = await open()
    quiet(store, 1)
    quiet(store, 2, { variety: 2 })
    store.write(tx => {
      // (100,000 + 40,000) / 100,000 yuan = 140 %
      tx.accounts.put({ ...sampleRow('accounts', 1), kind: 'margin', cash: 4_000_000, marginDebt: 10_000_000 } as never)
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 1), value: 10_000_000 }))
      tx.holdings.put(Holding.parse({ ...sampleRow('holdings', 2), value: 80_000_000, maturesOn: '2026-11-24' }))
    })
    putProducts(store, [{ ...sampleRow('products', 1), variety: 1 }])
    expect(await lines(api)).toEqual(['C00001 维持担保比例 140%，低于警戒线 150%', 'C00002 80万 产品1 11-24 到期'])
  })
})

/** Clients 1 to 5 in the lowest tier, all with a position above their level of one product; no hours for single calls. */
const sameProduct = async () => {
  const book = await open()
  const { store, api } = book
  await api.settings.set({ hoursPerWeek: 0.01 })
  for (const n of [1, 2, 3, 4, 5])
    store.write(tx => {
      const few = { averageAssets: 3_000_000, latestAssets: 3_000_000, cash: 1_000_000 }
      tx.clients.put(client(n, { ...few, riskCapacity: 'C1', assessedOn: '2026-11-22', openedOn: '2026-11-20' }))
      tx.holdings.put(
        Holding.parse({ ...sampleRow('holdings', n), code: sampleRow('holdings', 1).code, value: 2_000_000 }),
      )
    })
  putProducts(store, [sampleRow('products', 1)])
  return book
}

describe('an event of many', () => {
  it('is one line with all its clients, opened and marked as one, taken back as one', async () => {
    const { api, store } = await sameProduct()
    const view = await api.today.view({ limit: 50 })
    expect(view).toMatchObject({ total: 1, clients: 5, counts: { event: 1 } })
    const [row] = view.rows
    expect(row).toMatchObject({
      kind: 'event',
      clientIds: ['C00001', 'C00002', 'C00003', 'C00004', 'C00005'],
      // 5 x 20,000 yuan
      value: 10_000_000,
      why: { zh: '5 位未获告知，共 10万' },
      minutes: 15,
      tiers: [1],
    })
    const id = row?.id ?? ''
    expect(await api.today.eventClients({ id })).toEqual(['C00001', 'C00002', 'C00003', 'C00004', 'C00005'])
    const { markId } = await api.today.mark({
      clientIds: row?.kind === 'event' ? [...row.clientIds] : [],
      mark: 'done',
      until: null,
    })
    expect((await api.today.view({ limit: 50 })).total).toBe(0)
    expect(store.read(tx => tx.sync.waiting())).toHaveLength(5)
    expect(await api.today.eventClients({ id })).toEqual([])
    await api.today.unmark({ markId })
    expect((await api.today.view({ limit: 50 })).clients).toBe(5)
    expect(store.read(tx => tx.sync.waiting())).toEqual([])
  })

  it('marks nobody when one of its clients has left the book', async () => {
    const { api, store } = await sameProduct()
    await expect(api.today.mark({ clientIds: ['C00001', 'nobody'], mark: 'done', until: null })).rejects.toMatchObject({
      data: { code: 'notFound', where: 'nobody' },
    })
    expect(store.read(tx => tx.sync.waiting())).toEqual([])
  })
})

describe('later', () => {
  it('is the next working day with room for what is put off, and that day fills up', async () => {
    const { api, store } = await open()
    // 2.5 hours a week are 30 minutes a day: one contact of tier 4
    await api.settings.set({ hoursPerWeek: 2.5 })
    for (const n of [1, 2, 3]) quiet(store, n, { validUntil: '2026-11-10' })
    const days = async () => (await api.today.view({ limit: 5 })).rows.map(row => row.laterOn)
    // Monday 2026-11-23
    expect(await days()).toEqual(['2026-11-24', '2026-11-24', '2026-11-24'])
    await api.today.mark({ clientIds: ['C00001'], mark: 'later', until: '2026-11-24' as never })
    expect(await days()).toEqual(['2026-11-25', '2026-11-25'])
    expect((await api.today.view({ limit: 5 })).week.days[1]).toEqual({ date: '2026-11-24', clients: 1, minutes: 30 })
  })
})

describe('marks on the list', () => {
  it('take the client off and put it back by undo, with nothing left in the outbox', async () => {
    const { api, store } = await open()
    quiet(store, 1, { validUntil: '2026-11-10' })
    const before = store.read(tx => tx.tasks.all())
    const { markId } = await api.today.mark({ clientIds: ['C00001'], mark: 'done', until: null })
    expect(await lines(api)).toEqual([])
    expect(store.read(tx => tx.sync.waiting().map(entry => entry.kind))).toEqual(['task'])
    await api.today.unmark({ markId })
    expect(await lines(api)).toHaveLength(1)
    expect(store.read(tx => tx.sync.waiting())).toEqual([])
    expect(store.read(tx => tx.tasks.all())).toEqual(before)
  })

  it('settle the open tasks of the client in the same transaction, and undo opens them again as they were', async () => {
    const { api, store } = await open()
    quiet(store, 1)
    const task = Task.parse({ ...sampleRow('tasks', 1), dueOn: '2026-11-20' })
    store.write(tx => tx.tasks.put(task))
    const { markId } = await api.today.mark({ clientIds: ['C00001'], mark: 'notRelevant', until: null })
    expect(store.read(tx => tx.tasks.byKey(task.id)?.state)).toBe('notRelevant')
    expect(store.read(tx => tx.sync.waiting())).toHaveLength(2)
    await api.today.unmark({ markId })
    expect(store.read(tx => tx.tasks.byKey(task.id))).toEqual(task)
  })

  it('bring a client back on the day it was put off to', async () => {
    const { api, store, setNow } = await open()
    quiet(store, 1, { validUntil: '2026-11-10' })
    await api.today.mark({ clientIds: ['C00001'], mark: 'later', until: '2026-11-25' as never })
    setNow('2026-11-24T02:00:00.000Z')
    expect(await lines(api)).toEqual([])
    setNow('2026-11-25T02:00:00.000Z')
    expect(await lines(api)).toHaveLength(1)
  })

  it('are refused for a day that has passed and for a client who is not in the book', async () => {
    const { api, store } = await open()
    quiet(store, 1)
    await expect(
      api.today.mark({ clientIds: ['C00001'], mark: 'later', until: '2026-11-23' as never }),
    ).rejects.toMatchObject({ data: { code: 'invalidInput', where: 'until' } })
    await expect(api.today.mark({ clientIds: ['nobody'], mark: 'done', until: null })).rejects.toMatchObject({
      data: { code: 'notFound', where: 'nobody' },
    })
  })

  it('cannot be taken back once they were pushed', async () => {
    const { api, store } = await open()
    quiet(store, 1, { validUntil: '2026-11-10' })
    const { markId } = await api.today.mark({ clientIds: ['C00001'], mark: 'done', until: null })
    store.write(tx =>
      tx.sync.answer(
        tx.sync.waiting().map(({ id }) => ({ id, state: 'applied' as const, reason: null, conflicts: [] })),
        '2026-11-23T03:00:00.000Z',
      ),
    )
    await expect(api.today.unmark({ markId })).rejects.toMatchObject({ data: { code: 'notFound' } })
  })
})
