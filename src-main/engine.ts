import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { EventPublisher } from '@orpc/server'
import { createRouter, type AppRouter } from './api/router.ts'
import { loadRules } from './adapters/files/load-rules.ts'
import { openStore } from './adapters/sqlite/open-store.ts'
import { systemChance, systemClock } from './adapters/system/clock.ts'
import { demoKey } from './adapters/system/demo-key.ts'
import { demoOffice } from './head-office/demo-office.ts'
import { romanise } from './adapters/system/romanise.ts'
import { httpUpstream } from './adapters/upstream/http-upstream.ts'
import type { AppEvent } from './contract/events.ts'
import { changedAreas } from './services/workspace/changed-areas.ts'
import type { Desktop, KeyStore } from './services/ports/host.ts'
import { Session } from './services/session/session.ts'

export type { Desktop, KeyStore } from './services/ports/host.ts'

export interface EngineOptions {
  /** The data folder. */
  readonly home: string
  /** Rule packs, texts, print styles. */
  readonly resources: string
  /** Start with the demo world when there is no book yet. */
  readonly demo: boolean
  /** Absent on the command line. */
  readonly keyStore: KeyStore | null
  readonly desktop: Desktop | null
}

export interface Engine {
  readonly router: AppRouter
  readonly session: Session
  lock(): Promise<void>
  online(): Promise<void>
  close(): Promise<void>
}

const VERSION = '0.1.0'

const log = (fault: unknown): void => {
  // A cause may quote a statement or a path, never a row: rows are not part of any error text.
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}\n${fault.stack ?? ''}` : String(fault)
  process.stderr.write(`${systemClock.now()} ${text}\n`)
}

/** Puts the parts together; everything below is reachable only through the router and these few calls. */
export const createEngine = (options: EngineOptions): Engine => {
  const { home, resources, demo, desktop } = options
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const events = new EventPublisher<{ app: AppEvent }>()
  const tell = (event: AppEvent): void => events.publish('app', event)
  const session = new Session({
    demoKey: demoKey(home),
    openStore: rawKey => openStore({ path: join(home, 'book.db'), rawKey }),
    connect: ({ url, token }) => httpUpstream({ url, token, now: systemClock.now }),
    office: demoOffice(),
    rules: loadRules(resources),
    clock: systemClock,
    chance: systemChance,
    version: VERSION,
    tellSync: progress => tell({ kind: 'sync', progress }),
    tellSession: () => tell({ kind: 'session' }),
    tellChanged: tables => tell({ kind: 'changed', areas: changedAreas(tables) }),
  })
  const router = createRouter({ session, events, romanise, clock: systemClock, chance: systemChance, desktop }, log)
  if (demo && session.state().kind === 'firstRun')
    session
      .startDemo()
      .then(() => session.sync())
      .catch(log)
  return {
    router,
    session,
    lock: async () => {
      await session.lock()
    },
    online: async () => {
      if (session.state().kind === 'open') await session.sync()
    },
    close: () => session.close(),
  }
}
