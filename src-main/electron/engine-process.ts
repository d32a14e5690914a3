import { RPCHandler } from '@orpc/server/message-port'
import { createEngine, stopClock } from '../engine.ts'
import { desktopOver, keyStoreOver } from './desktop-client.ts'
import { guardedPort } from './guarded-port.ts'
import { HostClient } from './host-client.ts'
import { MainNotice } from './host-protocol.ts'

const [home, resources, demo, clock] = process.argv.slice(-4)
if (home === undefined || resources === undefined) throw new Error('the engine needs its data folder and its resources')

if (clock !== undefined && clock !== '') stopClock(clock)

const parent = process.parentPort
const host = new HostClient(message => parent.postMessage(message))
const engine = createEngine({
  home,
  resources,
  demo: demo === '1',
  keyStore: keyStoreOver(host),
  desktop: desktopOver(host),
})
const handler = new RPCHandler(engine.router)

/** Where the windows stood that come back. */
let routes: Extract<MainNotice, { kind: 'routes' }>['routes'] = []

const close = async (): Promise<void> => {
  const first = await engine.close(routes)
  if (first !== null) await host.call('keepFirstAnswers', first)
}

const tellDropped = (count: number): void => {
  // 1, 10, 100 …: a broken window does not fill the log
  if (Number.isInteger(Math.log10(count)))
    process.stderr.write(`a window sent what is no call; dropped ${count} so far\n`)
}

parent.on('message', event => {
  if (host.accept(event)) return
  const notice = MainNotice.safeParse(event.data)
  if (!notice.success) return
  switch (notice.data.kind) {
    case 'connect': {
      const [port] = event.ports
      if (port === undefined) return
      return void engine.begun.then(() => {
        handler.upgrade(guardedPort(port, tellDropped))
        port.start()
      })
    }
    case 'lock':
      return void engine.lock()
    case 'online':
      return void engine.online()
    case 'routes':
      routes = notice.data.routes
      return engine.keepRoutes(routes)
    case 'close':
      return void close().finally(() => process.exit(0))
  }
})
