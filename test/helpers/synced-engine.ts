import { join } from 'node:path'
import { createEngine, type Desktop, type Engine, type KeyStore } from '../../src-main/engine.ts'
import { makeDemoWorld } from '../../src-main/head-office/demo/world.ts'
import { startHeadOffice } from '../../src-main/head-office/start.ts'
import { projectRoot } from './project-root.ts'
import { transports, type ContractClient } from './engine-transports.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface SyncedEngine {
  readonly home: string
  readonly engine: Engine
  readonly client: ContractClient
  /** A second engine on the same data folder, after the first was closed. */
  readonly again: () => Promise<{ readonly engine: Engine; readonly client: ContractClient }>
  readonly close: () => Promise<void>
}

const passcode = 'correct horse 9'

const starting = async (home: string, desktop: Desktop | null, keyStore: KeyStore | null) => {
  const engine = createEngine({
    home,
    resources: join(projectRoot, 'resources'),
    demo: false,
    keyStore,
    desktop,
  })
  await engine.ready
  const way = transports[1]
  if (way === undefined) throw new Error('no transport')
  return { engine, ...way.connect(engine) }
}

/**
 * The engine with a small book of the demo world, synced over real HTTP, asked through a message port. With a keystore the book opens by
 * itself, without one by a passcode.
 */
export const syncedEngine = async (
  clients: number,
  desktop: Desktop | null = null,
  keyStore: KeyStore | null = null,
): Promise<SyncedEngine> => {
  const folder = temporaryFolder()
  const office = await startHeadOffice({ world: makeDemoWorld({ clients, marketSize: 0.03 }), log: () => undefined })
  const first = await starting(folder.path, desktop, keyStore)
  const running = [first]
  const code = await office.enrolCode()
  await first.client.session.enrol({
    url: office.url,
    code,
    deviceName: 'desk',
    passcode: keyStore === null ? passcode : null,
  })
  for await (const step of await first.client.sync.run({}))
    if (step.error !== null) throw new Error(`the sync stopped: ${step.error.message}`)
  return {
    home: folder.path,
    engine: first.engine,
    client: first.client,
    again: async () => {
      const next = await starting(folder.path, desktop, keyStore)
      running.push(next)
      if (keyStore === null) await next.client.session.unlock({ passcode })
      return next
    },
    close: async () => {
      for (const { engine, close } of running) {
        close()
        await engine.close()
      }
      await office.close()
      folder[Symbol.dispose]()
    },
  }
}
