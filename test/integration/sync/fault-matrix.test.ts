import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HttpUpstreamOptions } from '../../../src-main/adapters/upstream/http-upstream.ts'
import { syncSchema } from '../../../src-main/model/head-office-status.ts'
import { EntryId } from '../../../src-main/model/ids.ts'
import type { OutboxEntry } from '../../../src-main/model/outbox-entry.ts'
import { IsoTime } from '../../../src-main/model/units.ts'
import { recordEntry } from '../../../src-main/services/sync/record-entry.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { afterPages, faults, faultyProxy, type Fault } from '../../helpers/faulty-proxy.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { smallOffice, type SmallOffice } from '../../helpers/small-office.ts'
import { contentOf, syncDeps } from '../../helpers/sync-deps.ts'
import { tempStores } from '../../helpers/temp-store.ts'

interface Case {
  readonly name: string
  readonly fault: Fault
  readonly state: 'done' | 'stopped'
  readonly code?: string
  readonly options?: Partial<HttpUpstreamOptions>
}

const newStore = tempStores()
let office: SmallOffice
let books = 0

beforeAll(async () => {
  office = await smallOffice()
}, 60_000)
afterAll(() => office.close())

const everyPage = (fault: Fault): Fault => afterPages(7, fault)
/** Only the eighth page is wrong: the repetition of the request heals it within the same sync. */
const once = (fault: Fault): Fault => {
  let isDone = false
  return afterPages(7, async context => {
    if (isDone) return false
    isDone = await fault(context)
    return isDone
  })
}

const stopped = 'stopped'
const cases: readonly Case[] = [
  { name: 'a drop in mid-page', fault: everyPage(faults.dropInMidPage), state: stopped, code: 'upstreamFault' },
  { name: 'one drop in mid-page', fault: once(faults.dropInMidPage), state: 'done' },
  {
    name: 'a slow trickle',
    fault: everyPage(faults.trickle),
    state: stopped,
    code: 'offline',
    options: { deadlineMs: 150 },
  },
  { name: 'a truncated page', fault: everyPage(faults.truncate), state: stopped, code: 'upstreamFault' },
  { name: 'a wrong hash', fault: everyPage(faults.wrongHash), state: stopped, code: 'upstreamFault' },
  { name: 'one wrong hash', fault: once(faults.wrongHash), state: 'done' },
  { name: 'the same page again and again', fault: everyPage(faults.repeat()), state: stopped, code: 'upstreamFault' },
  { name: 'a duplicate page', fault: everyPage(faults.duplicate()), state: 'done' },
  { name: 'an out-of-order page', fault: everyPage(faults.outOfOrder), state: stopped, code: 'upstreamFault' },
  { name: '401', fault: everyPage(faults.status(401)), state: stopped, code: 'deviceRevoked' },
  { name: '409', fault: everyPage(faults.status(409)), state: stopped, code: 'upstreamRestored' },
  { name: 'one 409', fault: once(faults.status(409)), state: 'done' },
  { name: '429', fault: everyPage(faults.status(429, { 'retry-after': '7' })), state: stopped, code: 'upstreamFault' },
  { name: 'one 429', fault: once(faults.status(429, { 'retry-after': '7' })), state: 'done' },
  { name: '500', fault: everyPage(faults.status(500)), state: stopped, code: 'upstreamFault' },
  { name: 'one 500', fault: once(faults.status(500)), state: 'done' },
  { name: 'a gzip bomb', fault: everyPage(faults.bomb), state: stopped, code: 'upstreamFault' },
  { name: 'a sign-in page', fault: everyPage(faults.portal), state: stopped, code: 'upstreamFault' },
  { name: 'a redirect', fault: everyPage(faults.redirect), state: stopped, code: 'upstreamFault' },
  { name: 'another protocol', fault: everyPage(faults.notHttp), state: stopped, code: 'upstreamFault' },
]

const contact = (id: string): OutboxEntry => ({
  kind: 'contact',
  id: EntryId.parse(id),
  madeAt: IsoTime.parse('2026-11-23T08:00:00.000Z'),
  row: { ...sampleRow('contacts', 1), id: `local-${id}`, note: '客户说：明年再谈' },
})

const limits = { pageRows: 5, attempts: 3 }

/** What an undisturbed sync of the book brings. */
const truth = async (token: string): Promise<unknown> => {
  const { store } = newStore()
  const end = await syncOnce(syncDeps(store, office.url, { token }))
  expect(end.state).toBe('done')
  return contentOf(store)
}

/** Rows of `part` that `whole` does not have exactly so. */
const wrongRows = (part: unknown, whole: unknown): unknown[] => {
  const [some, all] = [part, whole] as readonly Readonly<Record<string, readonly unknown[]>>[]
  return Object.entries(some ?? {}).flatMap(([stream, rows]) => {
    const right = new Set((all?.[stream] ?? []).map(row => JSON.stringify(row)))
    return rows.filter(row => !right.has(JSON.stringify(row)))
  })
}

const entriesAtOffice = async (book: string): Promise<number> => {
  const [row] = await office.db.query<{ n: number }>('select count(*)::int as n from outbox where book = $1', [book])
  return row?.n ?? 0
}

describe('against a head office that misbehaves', () => {
  test.each(cases)('$name: no wrong row, no lost entry, a clear end, and the next sync heals', async c => {
    const book = `F${++books}`
    const token = await office.addBook(book, 12)
    const proxy = await faultyProxy(office.url)
    const { store } = newStore()
    try {
      proxy.fault = c.fault
      const waits: number[] = []
      const deps = syncDeps(store, proxy.url, { token, waits, threaded: true, ...c.options })
      store.write(tx => recordEntry(tx, contact(`${book}-1`)))
      const end = await syncOnce(deps, { limits })
      await deps.upstream.close()
      expect([end.state, end.error?.code]).toEqual([c.state, c.code])
      if (c.state === 'stopped') expect([end.error?.message, end.error?.hint]).not.toContain('')
      if (c.name.includes('429')) expect(waits.some(ms => ms >= 7000)).toBe(true)
      expect(store.integrity()).toEqual([])
      const whole = await truth(token)
      expect(wrongRows(contentOf(store), whole)).toEqual([])
      // written while head office is unwell: it waits
      store.write(tx => recordEntry(tx, contact(`${book}-2`)))

      proxy.fault = null
      const healed = await syncOnce(syncDeps(store, proxy.url, { token }), { limits })
      expect([healed.state, healed.error]).toEqual(['done', null])
      expect(contentOf(store)).toEqual(await truth(token))
      expect(store.read(tx => tx.contacts.byKey(`local-${book}-2`)?.note)).toBe('客户说：明年再谈')
      expect(store.read(tx => tx.sync.outboxCounts())).toEqual({ waiting: 0, applied: 2, rejected: 0 })
      expect(await entriesAtOffice(book)).toBe(2)
    } finally {
      await proxy.close()
    }
  })

  test('connection refused: everything written waits, and nothing else changes', async () => {
    const token = await office.addBook('refused', 3)
    const proxy = await faultyProxy(office.url)
    await proxy.close()
    const { store } = newStore()
    store.write(tx => recordEntry(tx, contact('refused-1')))
    const end = await syncOnce(syncDeps(store, proxy.url, { token }), { limits })
    expect([end.state, end.error?.code]).toEqual(['stopped', 'offline'])
    expect(store.read(tx => tx.sync.waiting().map(e => e.id))).toEqual(['refused-1'])
    expect((await syncOnce(syncDeps(store, office.url, { token }), { limits })).state).toBe('done')
    expect(contentOf(store)).toEqual(await truth(token))
  })

  test('an answer to the outbox that gets lost: the entry is sent again and applied once', async () => {
    const token = await office.addBook('lost', 3)
    const proxy = await faultyProxy(office.url)
    const { store } = newStore()
    store.write(tx => recordEntry(tx, contact('lost-1')))
    let isLost = false
    proxy.fault = async ({ path, response, real }) => {
      if (isLost || path !== '/v1/outbox') return false
      isLost = true
      await real()
      response.destroy()
      return true
    }
    const end = await syncOnce(syncDeps(store, proxy.url, { token }), { limits })
    await proxy.close()
    expect(end.state).toBe('done')
    expect(proxy.paths.filter(path => path === '/v1/outbox').length).toBe(2)
    expect(await entriesAtOffice('lost')).toBe(1)
    expect(store.read(tx => tx.sync.outboxCounts())).toEqual({ waiting: 0, applied: 1, rejected: 0 })
  })

  test.each(['2023-11-23T08:00:00.000Z', '2029-11-23T08:00:00.000Z'])(
    'a clock that says %s changes nothing',
    async now => {
      const book = `clock-${now.slice(0, 4)}`
      const token = await office.addBook(book, 6)
      const { store } = newStore()
      const deps = syncDeps(store, office.url, { token, now: () => now })
      const off = { ...deps, clock: { ...deps.clock, now: () => IsoTime.parse(now) } }
      store.write(tx => recordEntry(tx, { ...contact(`${book}-1`), madeAt: IsoTime.parse(now) }))
      expect((await syncOnce(off)).state).toBe('done')
      expect(contentOf(store)).toEqual(await truth(token))
      await office.write(book, [{ op: 'delete', stream: 'trades', key: 'T00001' }])
      expect((await syncOnce(off)).rows).toBe(1)
    },
  )

  test('a newer format: nothing is pulled or pushed, and the entry waits', async () => {
    const token = await office.addBook('newer', 3)
    const proxy = await faultyProxy(office.url)
    proxy.fault = async ({ path, response, real }) => {
      if (path !== '/v1/status') return false
      const { body } = await real()
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(body.toString().replace(`"schemaVersion":${syncSchema}`, `"schemaVersion":${syncSchema + 1}`))
      return true
    }
    const { store } = newStore()
    store.write(tx => recordEntry(tx, contact('newer-1')))
    const end = await syncOnce(syncDeps(store, proxy.url, { token }), { limits })
    expect([end.state, end.error?.code]).toEqual(['stopped', 'upstreamNewer'])
    expect(store.read(tx => [tx.clients.count(), tx.sync.waiting().length])).toEqual([0, 1])
    proxy.fault = null
    expect((await syncOnce(syncDeps(store, proxy.url, { token }), { limits })).state).toBe('done')
    await proxy.close()
  })
})
