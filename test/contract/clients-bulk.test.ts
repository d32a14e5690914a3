import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { ClientId } from '../../src-main/model/ids.ts'
import { Tag } from '../../src-main/model/tag.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const open = openedBooks()

const threeClients = async () => {
  const book = await open()
  const ids = [1, 2, 3].map(n => {
    const client = Client.parse(sampleRow('clients', n))
    book.store.write(tx => tx.clients.put(client))
    return client.id
  })
  return { ...book, ids }
}

describe('work for many clients at once', () => {
  it('tags all of them, goes to the outbox, and is taken back to the values before', async () => {
    const { api, store, ids } = await threeClients()
    const before = Tag.parse({ clientId: ids[0], name: '关注', value: '旧', changedAt: '2026-11-01T02:00:00.000Z' })
    store.write(tx => tx.tags.put(before))
    const done = await api.clients.bulk({ kind: 'tag', ids, name: '关注', value: '新' })
    expect(done.count).toBe(3)
    expect(store.read(tx => tx.tags.all().map(tag => tag.value))).toEqual(['新', '新', '新'])
    expect(store.read(tx => tx.sync.waiting().map(entry => entry.kind))).toEqual(['tag', 'tag', 'tag'])
    await api.clients.undoBulk(done)
    expect(store.read(tx => tx.tags.all())).toEqual([before])
    expect(store.read(tx => tx.sync.waiting())).toEqual([])
  })

  it('makes a task and logs a contact, which moves the due date of everyone', async () => {
    const { api, store, ids } = await threeClients()
    await api.clients.bulk({ kind: 'task', ids, title: '电话回访', task: 'contact', dueOn: '2026-12-01' as never })
    expect(store.read(tx => tx.tasks.all().map(task => [task.title, task.state, task.dueOn]))).toEqual(
      ids.map(() => ['电话回访', 'open', '2026-12-01']),
    )
    const done = await api.clients.bulk({
      kind: 'contact',
      ids: [...ids, ...ids.slice(0, 1)],
      channel: 'wecom',
      minutes: 0,
      subject: '季报',
      note: '',
    })
    // the client named twice is written once
    expect(done.count).toBe(3)
    const rows = await listedClients(api)
    expect(rows.map(row => row.lastContact)).toEqual(ids.map(() => '2026-11-23'))
    await api.clients.undoBulk(done)
    expect((await listedClients(api)).map(row => row.lastContact)).toEqual(ids.map(() => null))
  })

  it('writes nothing at all when one of them is not in the book', async () => {
    const { api, store, ids } = await threeClients()
    const stranger = ClientId.parse('nobody')
    await expect(
      api.clients.bulk({ kind: 'tag', ids: [...ids, stranger], name: '关注', value: '' }),
    ).rejects.toMatchObject({ data: { code: 'notFound', where: 'nobody' } })
    expect(store.read(tx => tx.tags.all())).toEqual([])
    expect(store.read(tx => tx.sync.waiting())).toEqual([])
  })

  it('is not taken back once a part of it was sent', async () => {
    const { api, store, ids } = await threeClients()
    const done = await api.clients.bulk({ kind: 'tag', ids, name: '关注', value: '' })
    store.write(tx => {
      const [first] = tx.sync.waiting()
      if (first === undefined) throw new Error('nothing waits')
      tx.sync.answer([{ id: first.id, state: 'applied', reason: null, conflicts: [] }], '2026-11-23T03:00:00.000Z')
    })
    await expect(api.clients.undoBulk(done)).rejects.toMatchObject({ data: { code: 'notFound' } })
    expect(store.read(tx => tx.tags.all())).toHaveLength(3)
  })
})

describe('views of the clients grid', () => {
  const rich = { kind: 'number', field: 'assets', from: 100_000_000, to: null } as const
  const view = {
    name: '高净值逾期',
    list: 'overdue',
    text: '',
    cells: ['5-wealth'],
    filters: [rich],
    columns: [],
  } as const

  it('are kept in the book under a name that comes once', async () => {
    const { api } = await open()
    expect(await api.clients.views({})).toEqual([])
    await api.clients.keepViews({ views: [view] })
    expect(await api.clients.views({})).toEqual([view])
    await expect(api.clients.keepViews({ views: [view, view] })).rejects.toMatchObject({
      data: { code: 'invalidInput' },
    })
    await api.clients.keepViews({ views: [] })
    expect(await api.clients.views({})).toEqual([])
  })
  it('of before the filters had a form of their own keep the rest', async () => {
    const { api, store } = await open()
    store.write(tx => tx.settings.set('clientViews', [{ ...view, filters: { assets: { filterType: 'number' } } }, 7]))
    expect(await api.clients.views({})).toEqual([{ ...view, filters: [] }])
  })
})
