import { expect, test } from 'vitest'
import { connect } from '../../../../src-main/adapters/sqlite/connect.ts'
import { makeRandom } from '../../../../src-main/head-office/demo/random.ts'
import type { CheckedChange } from '../../../../src-main/model/checked-change.ts'
import { ProductCode } from '../../../../src-main/model/ids.ts'
import { periodName } from '../../../../src-main/model/nav-chunk.ts'
import { IsoTime } from '../../../../src-main/model/units.ts'
import type { Store } from '../../../../src-main/services/ports/store.ts'
import { tempStores } from '../../../helpers/temp-store.ts'
import { testKey } from '../../../helpers/test-key.ts'

const newStore = tempStores()
const at = IsoTime.parse('2026-11-23T08:00:00.000Z')
const code = ProductCode.parse('990001')
const startOf = (year: number, quarter = 1): number => Date.UTC(year, 3 * (quarter - 1), 1) / 86_400_000

type Year = readonly { readonly day: number; readonly nav: number }[]

let seq = 0
const bring = (store: Store, year: number, points: Year, quarter?: number): void => {
  const days = points.map(({ day }, i) => day - (points[i - 1]?.day ?? 0))
  const period = quarter === undefined ? { year } : { year, quarter }
  const row = { code, ...period, days, navs: points.map(({ nav }) => nav) }
  const changes: CheckedChange[] = [{ kind: 'put', key: `${code}|${periodName(period)}`, seq: ++seq, row }]
  store.write(tx => tx.sync.applyPage({ stream: 'navs', tier: null, changes, cursor: String(seq), more: false, at }))
}

const read = (store: Store): Year => {
  const series = store.read(tx => tx.navs.series(code))
  return Array.from(series?.days ?? [], (day, i) => ({ day, nav: Math.round((series?.values[i] ?? 0) * 10_000) }))
}

/** Bytes of the blob, and of what waits beside it. */
const sizes = (path: string): unknown => {
  const db = connect(path, testKey)
  const found = db
    .prepare(
      `SELECT length(navs.body) AS blob, length(seriesTails.body) AS beside FROM navs JOIN seriesTails USING (code)`,
    )
    .get()
  db.close()
  return found
}

const days = (year: number, count: number, nav = 10_000): Year =>
  Array.from({ length: count }, (_, i) => ({ day: startOf(year) + 3 + i, nav: nav + i }))

test('a new day is kept beside the blob, a revised one rewrites it', () => {
  const { store, path } = newStore()
  bring(store, 2025, days(2025, 200))
  bring(store, 2026, days(2026, 100))
  // 300 points of 4 + 4 bytes
  expect(sizes(path)).toEqual({ blob: 2400, beside: 0 })
  bring(store, 2026, days(2026, 101))
  expect(sizes(path)).toEqual({ blob: 2400, beside: 8 })
  expect(read(store)).toEqual([...days(2025, 200), ...days(2026, 101)])
  expect(store.read(tx => tx.navs.lastDay(code))).toBe(startOf(2026) + 103)
  bring(store, 2026, days(2026, 102, 20_000))
  expect(sizes(path)).toEqual({ blob: 2416, beside: 0 })
  expect(read(store)).toEqual([...days(2025, 200), ...days(2026, 102, 20_000)])
})

const quarterOf = (year: number, quarter: number, count: number, nav = 10_000): Year =>
  Array.from({ length: count }, (_, i) => ({ day: startOf(year, quarter) + i, nav: nav + i }))

test('a new day of a quarter is kept beside the blob, and leaves the quarters before it alone', () => {
  const { store, path } = newStore()
  bring(store, 2025, days(2025, 200))
  bring(store, 2026, quarterOf(2026, 1, 60), 1)
  bring(store, 2026, quarterOf(2026, 2, 40), 2)
  expect(sizes(path)).toEqual({ blob: 2400, beside: 0 })
  bring(store, 2026, quarterOf(2026, 2, 41), 2)
  expect(sizes(path)).toEqual({ blob: 2400, beside: 8 })
  bring(store, 2026, quarterOf(2026, 3, 1), 3)
  expect(read(store)).toEqual([
    ...days(2025, 200),
    ...quarterOf(2026, 1, 60),
    ...quarterOf(2026, 2, 41),
    ...quarterOf(2026, 3, 1),
  ])
  bring(store, 2026, quarterOf(2026, 1, 58, 20_000), 1)
  bring(store, 2026, [], 3)
  expect(read(store)).toEqual([...days(2025, 200), ...quarterOf(2026, 1, 58, 20_000), ...quarterOf(2026, 2, 41)])
  bring(store, 2026, days(2026, 5))
  expect(read(store)).toEqual([...days(2025, 200), ...days(2026, 5)])
})

test('what a head office that was restored from an older state no longer knows is gone, what was before its start stays', () => {
  const { store } = newStore()
  bring(store, 2024, days(2024, 9))
  bring(store, 2025, days(2025, 10))
  bring(store, 2026, quarterOf(2026, 3, 5), 3)
  bring(store, 2026, quarterOf(2026, 4, 5), 4)
  store.write(tx => tx.sync.startOver('restored'))
  bring(store, 2025, days(2025, 10))
  bring(store, 2026, quarterOf(2026, 3, 4), 3)
  expect(read(store)).toEqual([...days(2024, 9), ...days(2025, 10), ...quarterOf(2026, 3, 4)])
})

test('whatever order years come, grow, shrink and are revised in, the series is that of the years', () => {
  const random = makeRandom(7, 'series-tail')
  const { store } = newStore()
  const years = new Map<number, Year>()
  for (let step = 0; step < 400; step++) {
    const year = 2024 + random.int(3)
    const now = years.get(year) ?? []
    const kind = random.int(10)
    const next =
      kind === 0
        ? now.slice(0, random.int(now.length + 1))
        : kind === 1
          ? now.map(point => ({ ...point, nav: point.nav + random.int(2) }))
          : days(year, Math.min(250, now.length + random.int(21))).map((point, i) => now[i] ?? point)
    if (random.int(31) === 0) {
      store.write(tx => tx.sync.startOver(`epoch-${step}`))
      for (const later of [2024, 2025, 2026].filter(each => each > year)) years.delete(later)
    }
    years.set(year, next)
    bring(store, year, next)
    expect(read(store)).toEqual([2024, 2025, 2026].flatMap(each => years.get(each) ?? []))
  }
})

test('a fund that head office no longer has is gone after a pull from the start, and nothing of it stays beside', () => {
  const { store, path } = newStore()
  bring(store, 2026, days(2026, 3))
  store.write(tx => {
    tx.sync.startOver('another')
    tx.sync.applyPage({ stream: 'navs', tier: null, changes: [], cursor: '1', more: false, at })
  })
  expect(store.read(tx => tx.navs.codes())).toEqual([])
  expect(store.read(tx => tx.navs.series(code))).toBeNull()
  expect(sizes(path)).toBeUndefined()
})
