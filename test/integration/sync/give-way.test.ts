import { call } from '@orpc/server'
import { expect, test } from 'vitest'
import { implementer } from '../../../src-main/api/context.ts'
import { GiveWay } from '../../../src-main/services/sync/give-way.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { fillHeadOffice, memoryHeadOffice } from '../../helpers/memory-head-office.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { syncDeps } from '../../helpers/sync-deps.ts'
import { tempStores } from '../../helpers/temp-store.ts'

const newStore = tempStores()

test('a sync rests between its pages while a window is in use, and only then', async () => {
  const office = await memoryHeadOffice()
  try {
    fillHeadOffice(office, 20)
    let now = 0
    const giveWay = new GiveWay({ monotonic: () => now })
    const waits: number[] = []
    const deps = { ...syncDeps(newStore().store, office.url, { waits }), rest: () => giveWay.rest() }
    await syncOnce(deps)
    expect(waits).toEqual([])

    // any call of a window counts
    const os = implementer(
      () => undefined,
      () => giveWay.asked(),
    )
    await call(
      os.session.active.handler(() => ({})),
      {},
    )
    office.put('clients', 1, 'C00000', { ...sampleRow('clients', 0), name: '改名' })
    await syncOnce(deps)
    expect(waits.length).toBeGreaterThan(0)
    expect(waits.every(ms => ms === giveWay.rest() && ms > 0)).toBe(true)

    const rested = waits.length
    now += 1000
    office.put('clients', 1, 'C00000', { ...sampleRow('clients', 0), name: '再改' })
    await syncOnce(deps)
    expect(waits).toHaveLength(rested)
  } finally {
    await office.close()
  }
})
