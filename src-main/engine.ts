import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { EventPublisher } from '@orpc/server'
import { firstAnswers } from './api/first-answers.ts'
import { createRouter, type AppRouter } from './api/router.ts'
import { bookBackups, KEY_FILE, type BookBackups } from './engine/book-backups.ts'
import { evidenceTools } from './engine/evidence-tools.ts'
import { reportTools } from './engine/report-tools.ts'
import { loadImportPack } from './engine/load-import-pack.ts'
import { moveBookAside } from './engine/move-book-aside.ts'
import { makerOf } from './engine/maker-of.ts'
import { loadRules } from './engine/load-rules.ts'
import { importStages } from './adapters/sqlite/import-stage.ts'
import { openStore } from './adapters/sqlite/open-store.ts'
import { breathe } from './adapters/system/breathe.ts'
import { systemChance, systemClock } from './adapters/system/clock.ts'
import { argon2id } from './adapters/system/derivation.ts'
import { hashText } from './adapters/system/hash-text.ts'
import { keyFile } from './adapters/system/key-file.ts'
import { sealing } from './adapters/system/sealing.ts'
import { ed25519 } from './adapters/system/signing.ts'
import { demoOffice } from './head-office/demo-office.ts'
import { smtpMailer } from './adapters/mail/smtp-mailer.ts'
import { romanise } from './adapters/system/romanise.ts'
import { threadedUpstream } from './adapters/upstream/threaded-upstream.ts'
import type { AppEvent } from './contract/events.ts'
import type { FirstAnswers } from './contract/first-answers.ts'
import type { ImportPack } from './model/import/import-pack.ts'
import { ChangeFeed } from './services/workspace/change-feed.ts'
import { changedAreas } from './services/workspace/changed-areas.ts'
import type { Desktop } from './services/ports/host.ts'
import type { KeyStore } from './services/ports/vault-ports.ts'
import { createVault } from './services/vault/vault.ts'
import { noKeyStore } from './services/vault/no-key-store.ts'
import { eraseBook } from './adapters/files/erase-book.ts'
import { putFile } from './adapters/files/private-file.ts'
import { tableFiles } from './adapters/files/table-files.ts'
import { Batches } from './services/batches/batches.ts'
import type { EvidenceTools } from './services/evidence/evidence-files.ts'
import { Imports } from './services/import/imports.ts'
import { Session } from './services/session/session.ts'
import { GiveWay } from './services/sync/give-way.ts'
import { firstScreen } from './services/windows/first-screen.ts'
import { keepRoute } from './services/windows/routes.ts'

export type { Desktop } from './services/ports/host.ts'
export type { KeyStore } from './services/ports/vault-ports.ts'
export { stopClock } from './adapters/system/clock.ts'

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
  readonly backups: BookBackups
  readonly imports: Imports
  readonly evidence: EvidenceTools
  /** Settled when it is known whether the book opens by itself; until then no window is answered. */
  readonly begun: Promise<void>
  /** Settled when the book is open, or known to need the user. */
  readonly ready: Promise<void>
  lock(): Promise<void>
  online(): void
  /** Keeps where windows stand; a locked book keeps what it had. */
  keepRoutes(routes: readonly { readonly name: string; readonly route: string }[]): void
  /**
   * Ends everything. Gives what windows on these routes ask first when they come back; null where that is not known, and where anything
   * was written while the program ended.
   */
  close(routes?: readonly { readonly name: string; readonly route: string }[]): Promise<FirstAnswers | null>
}

const VERSION = '0.1.0'
const BOOK = 'book.db'

const log = (fault: unknown): void => {
  // A cause may quote a statement or a path, never a row: rows are not part of any error text.
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}\n${fault.stack ?? ''}` : String(fault)
  process.stderr.write(`${systemClock.now()} ${text}\n`)
}

const begin = async (session: Session, begun: Promise<void>, demo: boolean): Promise<void> => {
  await begun
  if (!demo || session.state().kind !== 'firstRun') return
  await session.startDemo()
  void session.sync().catch(log)
}

/** Puts the parts together; everything below is reachable only through the router and these few calls. */
export const createEngine = (options: EngineOptions): Engine => {
  const { home, resources, demo, desktop } = options
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const events = new EventPublisher<{ app: AppEvent }>()
  const tell = (event: AppEvent): void => events.publish('app', event)
  /** Writes that were told so far. */
  let changes = 0
  const feed = new ChangeFeed(tables => tell({ kind: 'changed', areas: changedAreas(tables) }))
  const vault = createVault({
    file: keyFile(join(home, KEY_FILE)),
    keyStore: options.keyStore ?? noKeyStore,
    sealing,
    derivation: argon2id(),
    clock: systemClock,
    newId: systemChance.id,
    openStore: rawKey => openStore({ path: join(home, BOOK), rawKey, keyIsProved: true }),
  })
  const reports = reportTools(resources, desktop, log)
  const deliveries = { mailer: smtpMailer(), clock: systemClock, chance: systemChance, sha256: reports.sha256, log }
  const backups = bookBackups(vault, home, BOOK)
  const batches = new Batches({ tools: reports, chance: systemChance, breathe, log })
  let importPack: ImportPack | null = null
  const imports = new Imports({
    files: tableFiles,
    openStage: importStages(home),
    // read with the first import: the start of the program has no use for it
    get pack() {
      importPack ??= loadImportPack(resources)
      return importPack
    },
    clock: systemClock,
    chance: systemChance,
    breathe,
    log,
    holdNews: () => feed.hold(),
  })
  const giveWay = new GiveWay(systemClock)
  const session = new Session({
    vault,
    moveBookAside: () => moveBookAside(home, BOOK, systemClock.now()),
    backupBook: async (folder, passcode) => {
      const path = join(
        folder,
        `advisor-${systemClock
          .now()
          .replaceAll(/[^0-9]/g, '')
          .slice(0, 14)}.backup`,
      )
      return { path, ...(await backups.make({ path, passcode })) }
    },
    eraseFiles: () => eraseBook(home, BOOK),
    restoreBook: file => backups.restore(file),
    finishRestore: () => backups.finishRestore(),
    connect: ({ url, token, proxy }) => threadedUpstream({ url, token, proxy, now: systemClock.now }),
    office: demoOffice(),
    rules: loadRules(resources),
    clock: systemClock,
    chance: systemChance,
    signing: ed25519,
    deliveries,
    version: VERSION,
    maker: makerOf(import.meta.filename, resources),
    log,
    rest: () => giveWay.rest(),
    autoSync: desktop !== null,
    tellSync: progress => {
      tell({ kind: 'sync', progress })
      feed.progressed(progress)
    },
    tellSession: () => tell({ kind: 'session' }),
    begun: workspace => {
      imports.begin(workspace.store)
      batches.begin(workspace, desktop !== null)
    },
    leaving: () => {
      imports.close()
      batches.leave()
    },
    tellChanged: tables => {
      changes++
      feed.changed(tables)
    },
  })
  const evidence = evidenceTools(reports)
  const router = createRouter(
    {
      evidence,
      session,
      events,
      romanise,
      clock: systemClock,
      chance: systemChance,
      hash: hashText,
      desktop,
      reports,
      batches,
      putFile,
      breathe,
      deliveries,
      imports,
      files: tableFiles,
    },
    log,
    () => giveWay.asked(),
  )
  const asked = async (routes: readonly { readonly name: string; readonly route: string }[]) => {
    const screen = firstScreen(session, routes, systemClock.now())
    return screen === null ? null : firstAnswers(router, screen)
  }
  const begun = session.begin()
  const ready = begin(session, begun, demo).catch(log)
  return {
    router,
    session,
    backups,
    imports,
    evidence,
    begun: begun.catch(() => undefined),
    ready,
    lock: async () => {
      await session.lock()
    },
    online: () => session.networkBack(),
    keepRoutes: routes => {
      if (session.state().kind !== 'open') return
      for (const { name, route } of routes) keepRoute(session.opened().workspace.store, name, route)
    },
    close: async (routes = []) => {
      const before = changes
      // without them the next start is slower, no more
      const first = await asked(routes).catch(() => null)
      await session.close()
      await reports.close()
      return changes === before ? first : null
    },
  }
}
