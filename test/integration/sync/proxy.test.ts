import { expect, test } from 'vitest'
import { httpUpstream } from '../../../src-main/adapters/upstream/http-upstream.ts'
import { systemClock } from '../../../src-main/adapters/system/clock.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { loopbackProxy } from '../../helpers/loopback-proxy.ts'
import { fillHeadOffice, memoryHeadOffice } from '../../helpers/memory-head-office.ts'
import { syncDeps } from '../../helpers/sync-deps.ts'
import { tempStores } from '../../helpers/temp-store.ts'

const newStore = tempStores()

test('a sync goes through the proxy that is set, and says so when the proxy is not there', async () => {
  const office = await memoryHeadOffice()
  fillHeadOffice(office, 5)
  const proxy = await loopbackProxy()
  const { store } = newStore()
  const deps = syncDeps(store, office.url, { proxy: proxy.url })
  expect((await syncOnce(deps)).state).toBe('done')
  expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(office.url).host]))
  await deps.upstream.close()
  await proxy.close()
  const end = await syncOnce(syncDeps(store, office.url, { proxy: proxy.url }))
  expect([end.state, end.error?.code]).toEqual(['stopped', 'offline'])
  await office.close()
})

test('head office is never asked without encryption over a network', () => {
  expect(() => httpUpstream({ url: 'http://office.example', token: 't', now: systemClock.now })).toThrow(
    expect.objectContaining({ code: 'invalidInput' }),
  )
})
