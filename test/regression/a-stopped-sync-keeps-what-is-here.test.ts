import { beforeAll, expect, test } from 'vitest'
import { syncOnce } from '../../src-main/services/sync/sync-once.ts'
import { smallOffice, type SmallOffice } from '../helpers/small-office.ts'
import { syncDeps } from '../helpers/sync-deps.ts'
import { tempStores } from '../helpers/temp-store.ts'

const newStore = tempStores()
let office: SmallOffice
beforeAll(async () => {
  office = await smallOffice()
}, 60_000)

/** The Sync screen said of every tier that it had not come when head office could not be reached, though all of them were there. */
test('a sync that stops at once tells what an earlier one brought', async () => {
  const token = await office.addBook('B1', 5)
  const { store } = newStore()
  const first = await syncOnce(syncDeps(store, office.url, { token }))
  expect(first.streams.every(each => each.done && each.here)).toBe(true)
  await office.close()
  const later = await syncOnce(syncDeps(store, office.url, { token }), { limits: { attempts: 1 } })
  expect([later.state, later.tierReady]).toEqual(['stopped', 1])
  expect(later.streams.every(each => each.here && !each.done)).toBe(true)

  const empty = newStore().store
  const never = await syncOnce(syncDeps(empty, office.url, { token }), { limits: { attempts: 1 } })
  expect(never.streams.some(each => each.here)).toBe(false)
})
