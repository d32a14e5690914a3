import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, EventPublisher, type RouterClient } from '@orpc/server'
import { afterEach } from 'vitest'
import { putFile } from '../../src-main/adapters/files/private-file.ts'
import { tableFiles } from '../../src-main/adapters/files/table-files.ts'
import { importStages } from '../../src-main/adapters/sqlite/import-stage.ts'
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts'
import { systemClock } from '../../src-main/adapters/system/clock.ts'
import { argon2id } from '../../src-main/adapters/system/derivation.ts'
import { hashText } from '../../src-main/adapters/system/hash-text.ts'
import { keyFile } from '../../src-main/adapters/system/key-file.ts'
import { breathe } from '../../src-main/adapters/system/breathe.ts'
import { smtpMailer } from '../../src-main/adapters/mail/smtp-mailer.ts'
import { romanise } from '../../src-main/adapters/system/romanise.ts'
import { sealing } from '../../src-main/adapters/system/sealing.ts'
import { ed25519 } from '../../src-main/adapters/system/signing.ts'
import { httpUpstream } from '../../src-main/adapters/upstream/http-upstream.ts'
import { createRouter, type AppRouter } from '../../src-main/api/router.ts'
import type { AppEvent } from '../../src-main/contract/events.ts'
import { loadImportPack } from '../../src-main/engine/load-import-pack.ts'
import { loadRules } from '../../src-main/engine/load-rules.ts'
import { evidenceTools } from '../../src-main/engine/evidence-tools.ts'
import { reportTools } from '../../src-main/engine/report-tools.ts'
import { demoOffice } from '../../src-main/head-office/demo-office.ts'
import { IsoTime } from '../../src-main/model/units.ts'
import type { Store } from '../../src-main/services/ports/store.ts'
import { Imports } from '../../src-main/services/import/imports.ts'
import { Batches } from '../../src-main/services/batches/batches.ts'
import { Session } from '../../src-main/services/session/session.ts'
import { createVault } from '../../src-main/services/vault/vault.ts'
import type { Workspace } from '../../src-main/services/workspace/workspace.ts'
import { fakeKeyStore } from './fake-key-store.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')

const rethrow = (fault: unknown): void => {
  throw fault
}

export interface OpenedBook {
  readonly api: RouterClient<AppRouter>
  /** What a port is opened on. */
  readonly router: AppRouter
  readonly store: Store
  readonly workspace: Workspace
  readonly session: Session
  readonly imports: Imports
  /** The encrypted database and its key. */
  readonly path: string
  readonly rawKey: () => Uint8Array
  /** Sets the clock of the engine. */
  readonly setNow: (iso: string) => void
}

/** The engine's own parts on a new, empty, encrypted book, with a clock that the test sets and ids that count. */
export const openedBooks = (): ((now?: string) => Promise<OpenedBook>) => {
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })
  return async (start = '2026-11-23T02:00:00.000Z') => {
    const home = mkdtempSync(join(tmpdir(), 'advisor-book-'))
    let now = start
    let ids = 0
    let key = new Uint8Array()
    const clock = { ...systemClock, now: () => IsoTime.parse(now) }
    const chance = { random: () => 0.5, id: () => `id-${String(++ids).padStart(4, '0')}` }
    const path = join(home, 'book.db')
    const reports = { ...reportTools(resources, null), clock }
    const batches = new Batches({ tools: reports, chance, breathe, log: rethrow })
    const deliveries = {
      mailer: smtpMailer({ connectMs: 5000, pauseMs: 5000 }),
      clock,
      chance,
      sha256: reports.sha256,
      log: rethrow,
    }
    const imports = new Imports({
      files: tableFiles,
      openStage: importStages(home),
      pack: loadImportPack(resources),
      clock,
      chance,
      breathe,
      log: rethrow,
      holdNews: () => () => undefined,
    })
    const session = new Session({
      vault: createVault({
        file: keyFile(join(home, 'vault.json')),
        keyStore: fakeKeyStore(),
        sealing,
        derivation: argon2id({ memoryKiB: 8192, passes: 1, lanes: 1 }),
        clock,
        newId: chance.id,
        openStore: rawKey => {
          key = Uint8Array.from(rawKey)
          return openStore({ path, rawKey, keyIsProved: true })
        },
      }),
      moveBookAside: () => home,
      restoreBook: () => Promise.resolve(),
      finishRestore: () => undefined,
      backupBook: folder => Promise.resolve({ path: folder, bytes: 0 }),
      eraseFiles: () => rmSync(home, { recursive: true, force: true }),
      connect: ({ url, token }) => httpUpstream({ url, token, now: clock.now }),
      office: demoOffice(),
      rules: loadRules(resources),
      clock,
      chance,
      signing: ed25519,
      deliveries,
      maker: 'test',
      version: 'test',
      log: fault => {
        throw fault
      },
      autoSync: false,
      tellSync: () => undefined,
      tellSession: () => undefined,
      tellChanged: () => undefined,
      begun: workspace => {
        imports.begin(workspace.store)
        batches.begin(workspace, true)
      },
      leaving: () => {
        imports.close()
        batches.leave()
      },
    })
    const events = new EventPublisher<{ app: AppEvent }>()
    const deps = {
      evidence: evidenceTools(reports, clock),
      session,
      events,
      romanise,
      clock,
      chance,
      hash: hashText,
      desktop: null,
      reports,
      batches,
      putFile,
      breathe,
      deliveries,
      imports,
      files: tableFiles,
    }
    const router = createRouter(deps, rethrow)
    ends.push(async () => {
      await reports.close()
      await session.close()
      rmSync(home, { recursive: true })
    })
    await session.create(null)
    const { workspace } = session.opened()
    return {
      api: createRouterClient(router),
      router,
      store: workspace.store,
      workspace,
      session,
      imports,
      path,
      rawKey: () => key,
      setNow: iso => {
        now = iso
      },
    }
  }
}
