import { IsoTime } from '../../../../src-main/model/units.ts'
import { describe, expect, test } from 'vitest'
import { StreamName, type StreamRow } from '../../../../src-main/model/stream.ts'
import type { ReadTx, Store } from '../../../../src-main/services/ports/store.ts'
import { sampleKey, sampleRow } from '../../../helpers/sample-rows.ts'
import { tempStores } from '../../../helpers/temp-store.ts'

const at = '2026-11-23T08:00:00.000Z'
const newStore = tempStores()

const pageOf = (store: Store, stream: StreamName, ns: readonly number[], tier: number | null, firstSeq = 1) =>
  store.write(tx =>
    tx.sync.applyPage({
      stream,
      tier,
      changes: ns.map((n, i) => ({
        kind: 'put',
        key: sampleKey(stream, n),
        seq: firstSeq + i,
        row: sampleRow(stream, n),
      })),
      cursor: String(firstSeq + ns.length - 1),
      more: false,
      at,
    }),
  )

const rowStreams = StreamName.options.filter(s => s !== 'navs' && s !== 'benchmarks')
const readRow = (tx: ReadTx, stream: StreamName, n: number): unknown =>
  stream === 'navs' || stream === 'benchmarks' ? null : tx[stream].byKey(sampleKey(stream, n))

describe('the store', () => {
  test.each(rowStreams)('gives back a row of %s exactly as head office sent it', stream => {
    const { store } = newStore()
    pageOf(store, stream, [1, 2], null)
    expect(store.read(tx => readRow(tx, stream, 2))).toEqual(sampleRow(stream, 2))
  })

  test.each(rowStreams)('forgets a row of %s that head office deletes', stream => {
    const { store } = newStore()
    pageOf(store, stream, [1], null)
    store.write(tx =>
      tx.sync.applyPage({
        stream,
        tier: null,
        changes: [{ kind: 'delete', key: sampleKey(stream, 1), seq: 9 }],
        cursor: '9',
        more: false,
        at,
      }),
    )
    expect(store.read(tx => readRow(tx, stream, 1))).toBeNull()
  })

  test('keeps the newer of two versions whatever their order of arrival', () => {
    const { store } = newStore()
    const put = (name: string, seq: number): void => {
      const row: StreamRow<'clients'> = { ...sampleRow('clients', 1), name }
      store.write(tx =>
        tx.sync.applyPage({
          stream: 'clients',
          tier: 1,
          changes: [{ kind: 'put', key: row.id, seq, row }],
          cursor: String(seq),
          more: false,
          at,
        }),
      )
    }
    put('新名', 8)
    put('旧名', 5)
    expect(store.read(tx => tx.clients.byKey('C00001')?.name)).toBe('新名')
  })

  test.each(['trades', 'holdings', 'contacts', 'questionnaires'] as const)(
    'moves a row of %s that lies elsewhere in its newer version, and leaves an older one be',
    stream => {
      const { store } = newStore()
      const first = sampleRow(stream, 1)
      const put = (row: unknown, seq: number): void =>
        void store.write(tx =>
          tx.sync.applyPage({
            stream,
            tier: null,
            changes: [{ kind: 'put', key: sampleKey(stream, 1), seq, row }],
            cursor: String(seq),
            more: false,
            at,
          }),
        )
      pageOf(store, stream, [1, 2, 3], null)
      const moved = { ...first, clientId: 'C00009' }
      put(moved, 8)
      expect(store.read(tx => [tx[stream].count(), readRow(tx, stream, 1)])).toEqual([3, moved])
      put({ ...first, clientId: 'C00007' }, 5)
      put(first, 4)
      expect(store.read(tx => [tx[stream].count(), readRow(tx, stream, 1)])).toEqual([3, moved])
      expect(store.integrity()).toEqual([])
    },
  )

  test('joins the years of a series into one and replaces a year that comes again', () => {
    const { store } = newStore()
    pageOf(store, 'benchmarks', [0, 1], null)
    // 16804 = 2016-01-04; the steps 1 and 3 give 16805 and 16808; the next year's chunk begins 366 days later
    expect([...(store.read(tx => tx.benchmarks.series('I1'))?.days ?? [])]).toEqual([
      16_804, 16_805, 16_808, 17_170, 17_171, 17_174,
    ])
    store.write(tx =>
      tx.sync.applyPage({
        stream: 'benchmarks',
        tier: null,
        changes: [
          {
            kind: 'put',
            key: 'I1|2016',
            seq: 9,
            row: { ...sampleRow('benchmarks', 0), days: [16_804], levels: [9_990_000] },
          },
        ],
        cursor: '9',
        more: false,
        at,
      }),
    )
    const series = store.read(tx => tx.benchmarks.series('I1'))
    expect([...(series?.days ?? [])]).toEqual([16_804, 17_170, 17_171, 17_174])
    expect(series?.values[0]).toBe(999)
  })

  test('rolls back everything when a write throws', () => {
    const { store } = newStore()
    expect(() =>
      store.write(tx => {
        tx.clients.put(sampleRow('clients', 1))
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(store.read(tx => tx.clients.count())).toBe(0)
  })

  test('finds clients by any part of name, phone or id number, names that begin so first', () => {
    const { store } = newStore()
    store.write(tx => {
      tx.clients.put({ ...sampleRow('clients', 1), name: '王小明' })
      tx.clients.put({ ...sampleRow('clients', 2), name: '小明' })
      tx.clients.put({ ...sampleRow('clients', 3), name: '100%' })
    })
    const find = (text: string): string[] => store.read(tx => tx.clients.search(text, 10).map(c => c.id))
    expect(find('小明')).toEqual(['C00002', 'C00001'])
    expect(find('13800000003')).toEqual(['C00003'])
    expect(find('%')).toEqual(['C00003'])
  })

  test('finds funds by any part of code or name', () => {
    const { store } = newStore()
    pageOf(store, 'funds', [1, 2, 12], null)
    expect(store.read(tx => tx.funds.search('基金1', 10).map(f => f.code))).toEqual(['F00001', 'F00012'])
    expect(store.read(tx => tx.funds.search('00002', 10).map(f => f.code))).toEqual(['F00002'])
  })

  test('names the tables that a write touched', () => {
    const { store } = newStore()
    const heard: string[] = []
    store.onChanged(tables => heard.push([...tables].toSorted().join(' ')))
    pageOf(store, 'tags', [1], 5)
    expect(heard).toEqual(['syncCursors tags'])
  })

  test('erases all of a client who moved away, but keeps the evidence', () => {
    const { store } = newStore()
    for (const stream of ['clients', 'accounts', 'holdings', 'contacts', 'tags', 'tasks'] as const)
      pageOf(store, stream, [1], 5)
    store.write(tx =>
      tx.evidence.append({
        id: 'V1',
        at: IsoTime.parse(at),
        clientId: 'C00001',
        productCode: null,
        kind: 'verdict',
        body: '{"verdict":"match"}',
        previous: '',
        hash: 'h1',
      }),
    )
    store.write(tx =>
      tx.sync.applyPage({
        stream: 'clients',
        tier: 5,
        changes: [{ kind: 'delete', key: 'C00001', seq: 50 }],
        cursor: '50',
        more: false,
        at,
      }),
    )
    const left = store.read(tx => [
      tx.accounts.ofClient('C00001').length,
      tx.holdings.ofClient('C00001').length,
      tx.contacts.ofClient('C00001').length,
      tx.tags.ofClient('C00001').length,
      tx.tasks.ofClient('C00001').length,
    ])
    expect(left).toEqual([0, 0, 0, 0, 0])
    expect(store.read(tx => tx.evidence.ofClient('C00001').length)).toBe(1)
  })

  test('has its log moved into the file by a thread while much is written', async () => {
    const { store } = newStore()
    const note = '客户说：明年再谈。'.repeat(8000)
    const end = store.keepLogShort()
    for (let page = 0; page < 20; page++)
      store.write(tx => {
        for (let n = 0; n < 10; n++) tx.contacts.put({ ...sampleRow('contacts', 1), id: `K${page}-${n}`, note })
      }, 'page')
    await end()
    // less than the writer's own connection waits for
    expect(store.size().walBytes).toBeLessThan(90 << 20)
    expect(store.size().bytes).toBeGreaterThan(8 << 20)
    expect(store.read(tx => tx.contacts.count())).toBe(200)
    store.compactLog()
    expect(store.size().walBytes).toBe(0)
    expect(store.integrity()).toEqual([])
  })

  test('is whole after all of it', () => {
    const { store } = newStore()
    pageOf(store, 'trades', [1, 2, 3], 5)
    expect(store.integrity()).toEqual([])
  })
})
