import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SyncProgress } from '../../../src-main/contract/sync.ts'
import { syncSchema } from '../../../src-main/model/head-office-status.ts'
import { EntryId } from '../../../src-main/model/ids.ts'
import { OutboxEntry } from '../../../src-main/model/outbox-entry.ts'
import { IsoTime } from '../../../src-main/model/units.ts'
import { recordEntry } from '../../../src-main/services/sync/record-entry.ts'
import { StreamName, streams } from '../../../src-main/model/stream.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { fillHeadOffice, memoryHeadOffice, type MemoryHeadOffice } from '../../helpers/memory-head-office.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { contentOf, syncDeps } from '../../helpers/sync-deps.ts'
import { tempStores } from '../../helpers/temp-store.ts'

const newStore = tempStores()
let office: MemoryHeadOffice

beforeEach(async () => {
  office = await memoryHeadOffice()
  fillHeadOffice(office, 20)
})
afterEach(() => office.close())

const contactEntry = (id: string): OutboxEntry => ({
  kind: 'contact',
  id: EntryId.parse(id),
  madeAt: IsoTime.parse('2026-11-23T08:00:00.000Z'),
  row: { ...sampleRow('contacts', 3), id: `local-${id}` },
})

describe('a sync', () => {
  test('brings the whole book and market, tier 5 first', async () => {
    const { store } = newStore()
    const seen: SyncProgress[] = []
    const end = await syncOnce(syncDeps(store, office.url), { onProgress: p => seen.push(p) })
    expect(end.state).toBe('done')
    // 20 clients: 8 streams with a row each, 10 trades each; a market of 5 rows in each of its streams
    const market = StreamName.options.filter(name => streams[name].scope === 'reference').length
    expect(end.rows).toBe(20 * 8 + 200 + 5 * market)
    expect(end.tierReady).toBe(1)
    expect(seen.some(p => p.tierReady === 5 && p.state === 'running')).toBe(true)
    expect(store.read(tx => tx.trades.count())).toBe(200)
    const book = office.requests.filter(r => r.includes('tier='))
    expect(book.map(r => /tier=(\d)/.exec(r)?.[1])).toEqual([
      ...'5'.repeat(9),
      ...'4'.repeat(9),
      ...'3'.repeat(9),
      ...'2'.repeat(9),
      ...'1'.repeat(9),
    ])
  })

  test('brings only what changed the next time', async () => {
    const { store } = newStore()
    const deps = syncDeps(store, office.url)
    await syncOnce(deps)
    office.put('clients', 1, 'C00000', { ...sampleRow('clients', 0), name: '改名' })
    office.remove('trades', 'T00001')
    const end = await syncOnce(deps)
    expect(end.rows).toBe(2)
    expect(store.read(tx => [tx.clients.byKey('C00000')?.name, tx.trades.byKey('T00001')])).toEqual(['改名', null])
  })

  test('goes on where it was cancelled and ends like an undisturbed one', async () => {
    const { store } = newStore()
    const stop = new AbortController()
    const first = await syncOnce(syncDeps(store, office.url), {
      signal: stop.signal,
      limits: { pageRows: 3 },
      onProgress: p => p.rows > 40 && stop.abort(),
    })
    expect(first.state).toBe('cancelled')
    const before = office.requests.length
    const second = await syncOnce(syncDeps(store, office.url), { limits: { pageRows: 3 } })
    expect(second.state).toBe('done')
    expect(office.requests.slice(before).some(r => /changes\/clients\?after=[1-9]/.test(r))).toBe(true)
    const { store: other } = newStore()
    await syncOnce(syncDeps(other, office.url))
    expect(contentOf(store)).toEqual(contentOf(other))
  })

  test('keeps a bad row with its reason, goes on, and heals when a good version comes', async () => {
    const { store } = newStore()
    const deps = syncDeps(store, office.url)
    office.put('clients', 5, 'C09999', { ...sampleRow('clients', 9999), bookTier: 7 })
    office.put('clients', 5, 'C09998', sampleRow('clients', 9998))
    const end = await syncOnce(deps)
    expect([end.state, end.rejects]).toEqual(['done', 1])
    const [reject] = store.read(tx => tx.sync.rejects())
    expect(reject?.key).toBe('C09999')
    expect(reject?.reason).toContain('bookTier')
    expect(store.read(tx => tx.clients.byKey('C09998'))).not.toBeNull()
    office.put('clients', 5, 'C09999', sampleRow('clients', 9999))
    await syncOnce(deps)
    expect(store.read(tx => [tx.sync.rejectCount(), tx.clients.byKey('C09999')?.id])).toEqual([0, 'C09999'])
  })

  test('pushes the outbox first and only once', async () => {
    const { store } = newStore()
    const deps = syncDeps(store, office.url)
    store.write(tx => recordEntry(tx, contactEntry('one')))
    const end = await syncOnce(deps)
    expect(end.pushed).toBe(1)
    const firstPage = office.requests.findIndex(r => r.includes('/v1/changes'))
    expect(office.requests.findIndex(r => r.startsWith('POST /v1/outbox'))).toBeLessThan(firstPage)
    expect(store.read(tx => tx.sync.outboxCounts())).toEqual({ waiting: 0, applied: 1, rejected: 0 })
    expect((await syncOnce(deps)).pushed).toBe(0)
  })

  test('compares everything anew with a head office that was restored, and sends again what it forgot', async () => {
    const { store } = newStore()
    const deps = syncDeps(store, office.url)
    const backup = office.lastSeq()
    store.write(tx => recordEntry(tx, contactEntry('one')))
    office.put('clients', 5, 'C08000', sampleRow('clients', 8000))
    await syncOnce(deps)
    expect(store.read(tx => tx.clients.byKey('C08000'))).not.toBeNull()
    office.truncate(backup)
    office.entries.clear()
    office.epoch = 'e2'
    const end = await syncOnce(deps)
    expect(end.state).toBe('done')
    expect(store.read(tx => tx.clients.byKey('C08000'))).toBeNull()
    expect(store.read(tx => tx.contacts.byKey('local-one'))).not.toBeNull()
    expect([...office.entries.keys()]).toEqual(['one'])
  })

  test('stops before pulling when head office speaks a newer format', async () => {
    const { store } = newStore()
    office.schema = syncSchema + 1
    const end = await syncOnce(syncDeps(store, office.url))
    expect([end.state, end.error?.code]).toEqual(['stopped', 'upstreamNewer'])
    expect(store.read(tx => tx.clients.count())).toBe(0)
  })
})
