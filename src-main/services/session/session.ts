import type { SessionState } from '../../contract/session.ts'
import type { SyncProgress } from '../../contract/sync.ts'
import { AppError } from '../../model/app-error.ts'
import type { Store } from '../ports/store.ts'
import { Courier } from '../deliveries/courier.ts'
import { changeSettings, readSettings } from '../settings/settings.ts'
import { toAppError } from '../sync/to-app-error.ts'
import { installKey } from '../evidence/install-key.ts'
import { enrolDemo } from './enrol-demo.ts'
import type { Upstream } from '../ports/upstream.ts'
import { SyncRunner } from '../workspace/sync-runner.ts'
import { Workspace } from '../workspace/workspace.ts'
import { asAdvisor, keepConnection, readConnection } from './connection.ts'
import { IdleLock } from './idle-lock.ts'
import { asDamage, type Damage } from './damage.ts'
import { runSchedule } from './schedule.ts'
import type { EnrolRequest, Opened } from './opened.ts'
import type { SessionParts } from './session-parts.ts'

/** Invented like everything of the demo world; a book of one's own is named in the settings. */
const DEMO_HOUSE = { firm: { name: '溪山证券', logo: null, accent: null, notice: null }, branch: '临江营业部' } as const

/** Whether the book is open, and the ways in and out. */
export class Session {
  readonly #parts: SessionParts
  #opened: Opened | null = null
  /** Books that were opened, whether or not it succeeded. */
  #openings = 0
  #damage: Damage | null = null
  #schedule: AbortController | null = null
  readonly #idle: IdleLock
  #watch: AbortController | null = null

  constructor(parts: SessionParts) {
    this.#parts = parts
    const minutes = (): number => {
      const state = this.state()
      return state.kind === 'open' ? state.lockMinutes : 0
    }
    this.#idle = new IdleLock({ clock: parts.clock, minutes, lock: () => this.lock(), log: parts.log })
  }

  get version(): string {
    return this.#parts.version
  }

  /** Somebody is at a window. */
  active(): void {
    this.#idle.active()
  }

  /** Ends a restore that was broken off, and opens what needs no passcode. */
  async begin(): Promise<void> {
    const { vault, finishRestore } = this.#parts
    try {
      finishRestore()
      vault.state()
    } catch (error) {
      this.#damage = asDamage(error)
      if (this.#damage === null) throw error
      return
    }
    await this.#enterFreely()
  }

  async #enterFreely(): Promise<void> {
    const { vault } = this.#parts
    const state = vault.state()
    if (state.kind === 'locked' && !state.passcode) await this.#enter(() => vault.unlock(null))
  }

  state(): SessionState {
    const { vault, version } = this.#parts
    if (this.#damage !== null) return this.#damage
    const state = vault.state()
    if (state.kind === 'empty') return { kind: 'firstRun' }
    if (state.kind === 'locked')
      return { kind: 'locked', waitSeconds: Math.ceil(state.waitSeconds), passcode: state.passcode }
    const connection = readConnection(state.store)
    return {
      kind: 'open',
      opening: this.#openings,
      advisor: connection === null ? null : asAdvisor(connection),
      demo: state.demo,
      passcode: state.passcode,
      lockMinutes: state.passcode ? readSettings(state.store).lockMinutes : 0,
      version,
    }
  }

  opened(): Opened {
    if (this.#opened === null)
      throw new AppError('locked', 'no book is open', { hint: 'unlock the workstation, or start with the demo world' })
    return this.#opened
  }

  /** Opens the demo book and enrols it at its own head office. */
  async startDemo(): Promise<SessionState> {
    const { vault } = this.#parts
    if (this.#opened === null && vault.state().kind === 'empty') {
      await this.#enter(() => vault.create('demo'))
      changeSettings(this.opened().workspace.store, DEMO_HOUSE)
    }
    if (this.#damage === null && this.opened().workspace.demo) await this.#enrolDemo()
    return this.#told()
  }

  /** A new, empty book behind a passcode, or behind the keystore of the computer. */
  async create(passcode: string | null): Promise<SessionState> {
    await this.#enter(() => this.#parts.vault.create({ passcode }))
    return this.#told()
  }

  async enrol(request: EnrolRequest): Promise<SessionState> {
    const { url, code, deviceName, passcode } = request
    if (this.#parts.vault.state().kind === 'empty') await this.create(passcode)
    const { workspace } = this.opened()
    // the key of the demo lies open beside it
    if (workspace.demo)
      throw new AppError('invalidInput', 'the demo book is not protected and cannot hold real clients', {
        hint: 'start the workstation with another data folder, then enrol',
      })
    const { proxy } = readSettings(workspace.store)
    const upstream = this.#parts.connect({ url, token: null, proxy })
    try {
      const enrolment = await upstream.enrol({ code, deviceName, publicKey: this.#publicKey(workspace.store) })
      keepConnection(workspace.store, { url, demo: false, ...enrolment })
    } catch (error) {
      throw toAppError(error)
    } finally {
      await upstream.close()
    }
    return this.#told()
  }

  async unlock(passcode: string): Promise<SessionState> {
    await this.#enter(() => this.#parts.vault.unlock(passcode))
    return this.#told()
  }

  /** Stops what runs, closes the database and forgets its key. */
  async lock(): Promise<SessionState> {
    const state = this.#parts.vault.state()
    if (state.kind !== 'open' || !state.passcode) return this.state()
    await this.#leave()
    return this.#told()
  }

  async setPasscode(change: { readonly current: string | null; readonly next: string | null }): Promise<SessionState> {
    const state = this.#parts.vault.state()
    if (state.kind === 'open' && state.demo)
      throw new AppError('invalidInput', 'the demo book has no passcode', {
        hint: 'set one when you start your own book',
      })
    await this.#parts.vault.setPasscode(change)
    return this.#told()
  }

  /** Keeps the damaged files beside the new book, never deletes them. */
  async moveAside(): Promise<SessionState> {
    if (this.#damage?.canMoveAside !== true)
      throw new AppError('invalidInput', 'there is no damaged book to move aside')
    await this.#leave()
    this.#parts.moveBookAside()
    this.#damage = null
    await this.#enterFreely()
    return this.#told()
  }

  backup(folder: string, passcode: string): Promise<{ readonly path: string; readonly bytes: number }> {
    return this.#parts.backupBook(folder, passcode)
  }

  /** Nothing of the book stays on this computer; backups elsewhere and head office are not touched. */
  async erase(passcode: string | null): Promise<SessionState> {
    const { vault } = this.#parts
    const state = vault.state()
    if (state.kind !== 'open') throw new AppError('locked', 'the book is locked', { hint: 'unlock it first' })
    await vault.withKey(state.passcode ? (passcode ?? '') : null, () => Promise.resolve())
    await this.#leave()
    this.#parts.eraseFiles()
    return this.#told()
  }

  /** Opens the book of a backup; the one that was here is moved aside, never deleted. */
  async restore(file: string, passcode: string): Promise<SessionState> {
    await this.#parts.restoreBook({ path: file, passcode, leave: () => this.#leave() })
    this.#damage = null
    await this.#enter(() => this.#parts.vault.unlock(passcode))
    return this.#told()
  }

  /** Holdings that ceased to fit since the last judging join the queue of notices. */
  rematch(): void {
    const { clock, chance } = this.#parts
    this.opened().workspace.rematch({ at: clock.now(), id: chance.id })
  }

  async sync(): Promise<SyncProgress> {
    const { workspace, runner, courier } = this.opened()
    if (workspace.demo) {
      const isSynced = workspace.store.read(tx => tx.settings.get('lastSyncAt')) !== undefined
      await this.#enrolDemo()
      // The fictional world has two days: whoever syncs again sees the second one.
      if (isSynced) await this.#parts.office.advance()
    }
    const end = await runner.run()
    void courier.run()
    // whoever asked for it: what failed is tried again soon
    if (end.state === 'stopped' && this.#opened?.runner === runner) this.#startSchedule(1)
    return end.state === 'stopped' ? runner.progress : end
  }

  /** The computer woke up or its network came back: the schedule begins anew, which syncs soon. */
  networkBack(): void {
    this.#startSchedule()
    void this.#opened?.courier.networkBack()
  }

  /** One question to head office; that of the demo world is started first where it does not run. */
  async askOffice<T>(question: (upstream: Upstream) => Promise<T>): Promise<T> {
    const { workspace, runner } = this.opened()
    await this.#reach(workspace)
    return runner.ask(question)
  }

  /** The head office of the demo lives as long as this process: it is started when something waits for it. */
  async #reach({ demo }: Workspace): Promise<void> {
    if (demo) await this.#enrolDemo().catch(() => undefined)
  }

  async close(): Promise<void> {
    await this.#leave()
    await this.#parts.office.close()
  }

  async #enter(open: () => Promise<Store>): Promise<void> {
    const { rules, clock, connect, deliveries, tellSync, tellChanged, vault, maker } = this.#parts
    this.#openings++
    try {
      const store = await open()
      store.onChanged(tellChanged)
      const state = vault.state()
      const workspace = new Workspace({ store, rules, clock, maker, demo: state.kind === 'open' && state.demo })
      this.#opened = {
        workspace,
        runner: new SyncRunner({ ...this.#parts, workspace, tell: tellSync }),
        courier: new Courier({ workspace, connect, tools: deliveries, reach: () => this.#reach(workspace) }),
      }
      this.#damage = null
      this.#startSchedule()
      this.#watch = new AbortController()
      // the command line ends by itself
      if (this.#parts.autoSync) void this.#idle.watch(this.#watch.signal)
      this.#parts.begun(workspace)
    } catch (error) {
      this.#damage = asDamage(error)
      if (this.#damage === null) throw error
    }
  }

  #startSchedule(failed = 0): void {
    this.#schedule?.abort()
    if (!this.#parts.autoSync || this.#opened === null) return
    this.#schedule = new AbortController()
    runSchedule(this.#opened, this.#parts, this.#schedule.signal, failed)
  }

  async #leave(): Promise<void> {
    this.#schedule?.abort()
    this.#schedule = null
    this.#watch?.abort()
    const opened = this.#opened
    this.#opened = null
    if (opened !== null) {
      this.#parts.leaving()
      await opened.runner.stop()
      await opened.courier.stop()
      opened.workspace.close()
    }
    this.#parts.vault.lock()
  }

  #publicKey(store: Store): string {
    return installKey(store, this.#parts.signing, this.#parts.clock).publicKey
  }

  #told(): SessionState {
    this.#parts.tellSession()
    return this.state()
  }

  /** The demo office lives as long as this process, so each start enrols once. */
  #enrolDemo(): Promise<void> {
    const { store } = this.opened().workspace
    return enrolDemo(store, this.#parts, this.#publicKey(store))
  }
}
