import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { httpUpstream } from '../../../src-main/adapters/upstream/http-upstream.ts'
import { systemClock } from '../../../src-main/adapters/system/clock.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { fillHeadOffice, memoryHeadOffice } from '../../helpers/memory-head-office.ts'
import { syncDeps } from '../../helpers/sync-deps.ts'
import { tempStores } from '../../helpers/temp-store.ts'

const newStore = tempStores()

test('a sync goes through the proxy that is set, and says so when the proxy is not there', async () => {
  const office = await memoryHeadOffice()
  fillHeadOffice(office, 5)
  const tunnels: string[] = []
  const proxy = createServer((_request, response) => response.writeHead(405).end())
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '')
    const [host, port] = (request.url ?? '').split(':')
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    target.on('error', () => socket.destroy())
    socket.on('error', () => target.destroy())
  })
  await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const { store } = newStore()
  const deps = syncDeps(store, office.url, { proxy: address })
  expect((await syncOnce(deps)).state).toBe('done')
  expect(new Set(tunnels)).toEqual(new Set([new URL(office.url).host]))
  await deps.upstream.close()
  proxy.closeAllConnections()
  await new Promise(done => proxy.close(done))
  const end = await syncOnce(syncDeps(store, office.url, { proxy: address }))
  expect([end.state, end.error?.code]).toEqual(['stopped', 'offline'])
  await office.close()
})

test('head office is never asked without encryption over a network', () => {
  expect(() => httpUpstream({ url: 'http://office.example', token: 't', now: systemClock.now })).toThrow(
    expect.objectContaining({ code: 'invalidInput' }),
  )
})
