import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { guardedPort } from '../../src-main/electron/guarded-port.ts'
import { createEngine, type Engine } from '../../src-main/engine.ts'
import { asElectrons, type ContractClient } from '../helpers/engine-transports.ts'
import { projectRoot } from '../helpers/project-root.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** Each of them ended in a rejection of the call library that nobody could catch. */
const NO_CALLS: readonly unknown[] = [
  'hello',
  '{',
  '',
  '[]',
  'null',
  '17',
  '{"i":1}',
  '{"i":1,"p":null}',
  '{"i":1,"p":{}}',
  '{"i":1,"p":{"u":7}}',
  '{"i":1,"p":{"u":"no place"}}',
  '{"i":1,"p":{"u":"/session/state","h":7}}',
  '{"i":1,"p":{"u":"/session/state","m":"no method"}}',
  '{"i":1,"t":3}',
  '{"i":{},"t":4}',
  '['.repeat(200_000),
  null,
  undefined,
  17,
  true,
  {},
  { i: 1 },
  [1, 2],
  new Uint8Array([255, 0, 1, 2]),
  new ArrayBuffer(8),
]

const folder = temporaryFolder()
let engine: Engine
const rejections: unknown[] = []
const note = (reason: unknown): void => void rejections.push(reason)
beforeAll(async () => {
  process.on('unhandledRejection', note)
  const resources = `${projectRoot}/resources`
  engine = createEngine({ home: folder.path, resources, demo: false, keyStore: null, desktop: null })
  await engine.ready
})
afterAll(async () => {
  process.off('unhandledRejection', note)
  await engine.close()
  folder[Symbol.dispose]()
})

it('are dropped and counted; calls before and after them are answered', async () => {
  const { port1, port2 } = new MessageChannel()
  const counts: number[] = []
  new RPCHandler(engine.router).upgrade(guardedPort(asElectrons(port1), count => counts.push(count)))
  port1.start()
  const client: ContractClient = createORPCClient(new RPCLink({ port: port2 }))
  port2.start()
  expect(await client.session.state({})).toEqual({ kind: 'firstRun' })
  for (const bytes of NO_CALLS) port2.postMessage(bytes)
  // in the shape of a call, but not one: answered with a refusal, not dropped
  port2.postMessage('{"i":"a","p":{"u":"/no/such"}}')
  port2.postMessage('{"i":"b","p":{"u":"/session/state","b":5}}')
  port2.postMessage('{"i":"c","p":{"u":"/%E0%","b":null}}')
  port2.postMessage('{"i":"d","p":{"u":"/session/state?data=%7B","m":"GET"}}')
  port2.postMessage('{"i":"e","p":{"u":"/session/state","h":{"content-type":"text/event-stream"}}}')
  expect(await client.session.state({})).toEqual({ kind: 'firstRun' })
  expect(counts).toEqual(NO_CALLS.map((_, i) => i + 1))
  expect(rejections).toEqual([])
  port1.close()
  port2.close()
})
