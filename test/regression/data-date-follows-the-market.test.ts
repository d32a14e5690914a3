import { expect, it } from 'vitest'
import { isoDate } from '../../src-main/domain/portfolio/day-number.ts'
import type { Store } from '../../src-main/services/ports/store.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()

/** One more year of the index, as a sync brings it. */
const putYear = (store: Store, n: number): void =>
  store.write(tx => {
    const row = sampleRow('benchmarks', n)
    tx.sync.applyPage({
      stream: 'benchmarks',
      tier: null,
      changes: [{ kind: 'put', seq: n, key: `${row.code}-${row.year}`, row }],
      cursor: `c${n}`,
      more: false,
      at: '2026-11-20T08:00:00.000Z',
    })
  })

it('tells the last day with data of now, not of the time when it was first asked', async () => {
  const { api, store } = await open('2026-11-23T02:00:00.000Z')
  const dataDate = async () => (await api.sync.status({})).dataDate
  expect(await dataDate()).toBeNull()
  putYear(store, 1)
  expect(await dataDate()).toMatch(/^2017-/)
  putYear(store, 2)
  expect(await dataDate()).toMatch(/^2018-/)
})

it('tells the end of the exchange calendar, whichever index reaches it', async () => {
  const { api, store } = await open('2026-11-23T02:00:00.000Z')
  for (const n of [2, 1, 3]) putYear(store, n)
  const calendar = store.read(tx => tx.benchmarks.calendar())
  expect(calendar.length).toBeGreaterThan(1)
  expect((await api.sync.status({})).dataDate).toBe(isoDate(calendar.at(-1) ?? Number.NaN))
})
