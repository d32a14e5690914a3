import { afterAll, beforeAll, expect, test } from 'vitest'
import { threadedUpstream } from '../../../src-main/adapters/upstream/threaded-upstream.ts'
import { systemClock } from '../../../src-main/adapters/system/clock.ts'
import type { PageRequest, Upstream } from '../../../src-main/services/ports/upstream.ts'
import { faults, faultyProxy, type FaultyProxy } from '../../helpers/faulty-proxy.ts'
import { smallOffice, type SmallOffice } from '../../helpers/small-office.ts'
import { syncDeps } from '../../helpers/sync-deps.ts'
import { tempStores } from '../../helpers/temp-store.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'

const newStore = tempStores()

let office: SmallOffice
let proxy: FaultyProxy
let upstream: Upstream

beforeAll(async () => {
  office = await smallOffice()
  const token = await office.addBook('thread', 12)
  proxy = await faultyProxy(office.url)
  upstream = threadedUpstream({ url: proxy.url, token, now: systemClock.now })
}, 60_000)
afterAll(async () => {
  await upstream.close()
  await proxy.close()
  await office.close()
})

const first: PageRequest = { stream: 'trades', tier: 1, after: '', limit: 2 }
const never = (): AbortSignal => new AbortController().signal

test('a page comes verified, and the next one is asked for before anybody wants it', async () => {
  const page = await upstream.changes(first, never())
  expect([...page.lines()].length).toBe(2)
  expect(page.closing).toMatchObject({ stream: 'trades', tier: 1, count: 2, more: true })
  const askedNext = (): number => proxy.paths.filter(path => path.includes(`after=${page.closing.cursor}`)).length
  await expect.poll(askedNext).toBe(1)
  const next = await upstream.changes({ ...first, after: page.closing.cursor }, never())
  expect(next.closing.after).toBe(page.closing.cursor)
  expect(askedNext()).toBe(1)
})

test('a fault keeps its code and what the server said', async () => {
  proxy.fault = faults.status(429, { 'retry-after': '7' })
  await expect(upstream.changes({ ...first, tier: 2 }, never())).rejects.toMatchObject({
    name: 'UpstreamError',
    code: 'busy',
    retryAfterMs: 7000,
  })
  proxy.fault = null
})

test('whoever gives up hears that it was cancelled', async () => {
  const stop = new AbortController()
  proxy.fault = async () => {
    stop.abort()
    return false
  }
  await expect(upstream.changes({ ...first, tier: 3 }, stop.signal)).rejects.toMatchObject({ code: 'cancelled' })
  await expect(upstream.changes({ ...first, tier: 3 }, stop.signal)).rejects.toMatchObject({ code: 'cancelled' })
  proxy.fault = null
})

test('a sync that brings nothing is one request, and one that brings a row asks for its stream only', async () => {
  const token = await office.addBook('quiet', 12)
  const { store } = newStore()
  const syncOf = async () => {
    proxy.paths.length = 0
    const end = await syncOnce(syncDeps(store, proxy.url, { token }))
    return { state: end.state, rows: end.rows, paths: proxy.paths.map(path => path.split('?')[0]) }
  }
  expect((await syncOf()).state).toBe('done')
  expect(await syncOf()).toEqual({ state: 'done', rows: 0, paths: ['/v1/status'] })
  await office.write('quiet', [{ op: 'delete', stream: 'trades', key: 'T00001' }])
  expect(await syncOf()).toEqual({ state: 'done', rows: 1, paths: ['/v1/status', '/v1/changes/trades'] })
})
