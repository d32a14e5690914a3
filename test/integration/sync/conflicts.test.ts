import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemChance, systemClock } from '../../../src-main/adapters/system/clock.ts'
import { httpUpstream } from '../../../src-main/adapters/upstream/http-upstream.ts'
import { OutboxEntry } from '../../../src-main/model/outbox-entry.ts'
import { diagnostics } from '../../../src-main/services/sync/diagnostics.ts'
import { recordEntry } from '../../../src-main/services/sync/record-entry.ts'
import { resolveConflict } from '../../../src-main/services/sync/resolve-conflict.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { sampleKey, sampleRow } from '../../helpers/sample-rows.ts'
import { toAppError } from '../../../src-main/services/sync/to-app-error.ts'
import { smallOffice, type SmallOffice } from '../../helpers/small-office.ts'
import { contentOf, syncDeps } from '../../helpers/sync-deps.ts'
import { tempStores } from '../../helpers/temp-store.ts'

const newStore = tempStores()
let office: SmallOffice
beforeAll(async () => {
  office = await smallOffice()
}, 60_000)
afterAll(() => office.close())

const key = sampleKey('tags', 1)
const tag = sampleRow('tags', 1)

/** The same tag changed by the advisor offline and at head office meanwhile. */
const bothSides = async (book: string) => {
  const token = await office.addBook(book, 3)
  const { store } = newStore()
  const deps = syncDeps(store, office.url, { token })
  await syncOnce(deps)
  const edit = OutboxEntry.parse({
    id: systemChance.id(),
    madeAt: systemClock.now(),
    kind: 'tag',
    row: { ...tag, value: '本地' },
    base: { ...tag },
  })
  store.write(tx => recordEntry(tx, edit))
  await office.write(book, [{ op: 'put', stream: 'tags', key, tier: 2, row: { ...tag, value: '总部' } }])
  expect((await syncOnce(deps)).state).toBe('done')
  return { store, deps, token }
}

describe('a field that both sides changed', () => {
  test('has one value everywhere, and the other one is kept and shown', async () => {
    const { store } = await bothSides('K1')
    const [conflict] = store.read(tx => tx.sync.conflicts())
    expect(conflict).toMatchObject({ stream: 'tags', key, field: 'value', resolution: 'open' })
    const values = [conflict?.winner, conflict?.loser].map(value => JSON.parse(value ?? '') as unknown)
    expect(values.toSorted()).toEqual(['总部', '本地'].toSorted())
    expect(store.read(tx => tx.tags.byKey(key)?.value)).toBe(values[0])
  })

  test('takes the lost value back when the advisor undoes it, here and at head office', async () => {
    const { store, deps, token } = await bothSides('K2')
    const [conflict] = store.read(tx => tx.sync.conflicts())
    const lost: unknown = JSON.parse(conflict?.loser ?? '')
    store.write(tx => resolveConflict(tx, conflict?.id ?? 0, 'undone', { clock: systemClock, chance: systemChance }))
    expect(store.read(tx => tx.tags.byKey(key)?.value)).toBe(lost)
    expect((await syncOnce(deps)).pushed).toBe(1)
    expect(store.read(tx => [tx.tags.byKey(key)?.value, tx.sync.conflicts()[0]?.resolution])).toEqual([lost, 'undone'])
    const { store: other } = newStore()
    await syncOnce(syncDeps(other, office.url, { token }))
    expect(other.read(tx => tx.tags.byKey(key)?.value)).toBe(lost)
    expect(() =>
      store.write(tx => resolveConflict(tx, conflict?.id ?? 0, 'kept', { clock: systemClock, chance: systemChance })),
    ).toThrow(expect.objectContaining({ code: 'notFound' }))
    // the decision is taken back by the opposite edit, which travels too
    const used = JSON.parse(conflict?.winner ?? 'null') as unknown
    store.write(tx => resolveConflict(tx, conflict?.id ?? 0, 'open', { clock: systemClock, chance: systemChance }))
    expect(store.read(tx => [tx.tags.byKey(key)?.value, tx.sync.conflicts()[0]?.resolution])).toEqual([used, 'open'])
    await syncOnce(deps)
    await syncOnce(syncDeps(other, office.url, { token }))
    expect(other.read(tx => tx.tags.byKey(key)?.value)).toBe(used)
  })
})

test('an edit that was not pushed yet is not undone by a pull', async () => {
  const token = await office.addBook('K3', 3)
  const { store } = newStore()
  const deps = syncDeps(store, office.url, { token })
  await syncOnce(deps)
  const phone = OutboxEntry.parse({
    id: systemChance.id(),
    madeAt: systemClock.now(),
    kind: 'contactDetails',
    clientId: 'C00001',
    fields: { phone: '13900000000' },
    base: { phone: sampleRow('clients', 1).phone },
  })
  await office.write('K3', [
    { op: 'put', stream: 'clients', key: 'C00001', tier: 2, row: { ...sampleRow('clients', 1), name: '新名' } },
  ])
  // written after the push of this sync: the pull meets it waiting
  const upstream = {
    ...deps.upstream,
    changes: async (...question: Parameters<typeof deps.upstream.changes>) => {
      if (store.read(tx => tx.sync.waiting().length) === 0) store.write(tx => recordEntry(tx, phone))
      return deps.upstream.changes(...question)
    },
  }
  await syncOnce({ ...deps, upstream })
  const client = store.read(tx => tx.clients.byKey('C00001'))
  expect([client?.name, client?.phone]).toEqual(['新名', '13900000000'])
})

test('a client handed to another advisor leaves here with everything, and arrives there', async () => {
  const from = await office.addBook('K4', 3)
  const to = await office.addBook('K5', 0)
  const { store } = newStore()
  await syncOnce(syncDeps(store, office.url, { token: from }))
  const { moveClient } = await import('../../../src-main/head-office/move-client.ts')
  await office.db.transaction(tx => moveClient(tx, 'C00001', 'K4', 'K5'))
  expect((await syncOnce(syncDeps(store, office.url, { token: from }))).state).toBe('done')
  expect(JSON.stringify(contentOf(store))).not.toContain('C00001')
  const { store: other } = newStore()
  await syncOnce(syncDeps(other, office.url, { token: to }))
  expect(other.read(tx => [tx.clients.count(), tx.trades.ofClient('C00001').length])).toEqual([1, 10])
})

test('the diagnostics hold counts and codes, and nothing of a client', async () => {
  const { store, deps } = await bothSides('K6')
  await office.write('K6', [
    {
      op: 'put',
      stream: 'clients',
      key: 'C00002',
      tier: 3,
      row: { ...sampleRow('clients', 2), birthDate: '1980-13-45' },
    },
  ])
  const end = await syncOnce(deps)
  const text = JSON.stringify(diagnostics(store, end, '0.1.0'))
  expect(text).toContain('"clients birthDate":1')
  for (const secret of ['客户', '138000', '11010119', 'C00001', 'C00002', '1980-13-45', '总部', '本地'])
    expect(text).not.toContain(secret)
})

test('a code that was used already does not enrol a second device', async () => {
  await office.addBook('K7', 0)
  const code = await office.enrolCode('K7')
  const upstream = httpUpstream({ url: office.url, token: null, now: systemClock.now })
  const request = { code, deviceName: 'test', publicKey: '' }
  expect((await upstream.enrol(request)).book).toBe('K7')
  const refusal = await upstream.enrol(request).catch(toAppError)
  expect(refusal).toMatchObject({ code: 'enrolRefused' })
  await upstream.close()
})
