import type { Advisor, SessionState } from '../../contract/session.ts'
import type { SyncProgress } from '../../contract/sync.ts'
import { AppError } from '../../model/app-error.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { ConnectUpstream, DemoOffice, OpenStore } from '../ports/opening.ts'
import type { Rules } from '../rules/rules.ts'
import { SyncRunner } from '../workspace/sync-runner.ts'
import { Workspace } from '../workspace/workspace.ts'
import { keepConnection, readConnection } from './connection.ts'

export interface DemoKey {
  exists(): boolean
  make(): Uint8Array
  read(): Uint8Array
}

export interface SessionParts {
  readonly demoKey: DemoKey
  readonly openStore: OpenStore
  readonly connect: ConnectUpstream
  readonly office: DemoOffice
  readonly rules: Rules
  readonly clock: Clock
  readonly chance: Chance
  readonly version: string
  readonly tellSync: (progress: SyncProgress) => void
  readonly tellSession: () => void
  readonly tellChanged: (tables: ReadonlySet<string>) => void
}

interface Opened {
  readonly workspace: Workspace
  readonly runner: SyncRunner
}

type Damage = Extract<SessionState, { kind: 'damaged' }>
const DAMAGES = ['databaseCorrupt', 'databaseNewer', 'wrongKey', 'folderNotWritable'] as const

const asDamage = (error: unknown): Damage | null => {
  if (!(error instanceof AppError)) return null
  const code = DAMAGES.find(each => each === error.code)
  if (code === undefined) return null
  return { kind: 'damaged', code, message: error.message, hint: error.hint, canMoveAside: code === 'databaseCorrupt' }
}

/** Whether the book is open, and the ways in and out. */
export class Session {
  readonly #parts: SessionParts
  #opened: Opened | null = null
  #damage: Damage | null = null

  constructor(parts: SessionParts) {
    this.#parts = parts
    if (parts.demoKey.exists()) this.#open(parts.demoKey.read(), true)
  }

  state(): SessionState {
    if (this.#damage !== null) return this.#damage
    if (this.#opened === null) return { kind: 'firstRun' }
    const connection = readConnection(this.#opened.workspace.store)
    return {
      kind: 'open',
      advisor: connection === null ? null : asAdvisor(connection.advisor),
      demo: this.#opened.workspace.demo,
      passcode: false,
      lockMinutes: 0,
      version: this.#parts.version,
    }
  }

  opened(): Opened {
    if (this.#opened === null)
      throw new AppError('locked', 'no book is open', { hint: 'unlock the workstation, or start with the demo world' })
    return this.#opened
  }

  /** Opens the demo book and enrols it at its own head office; the first sync is started, not awaited. */
  async startDemo(): Promise<SessionState> {
    const { demoKey } = this.#parts
    if (this.#opened === null) this.#open(demoKey.exists() ? demoKey.read() : demoKey.make(), true)
    if (this.#damage !== null) return this.state()
    await this.#enrolDemo()
    this.#parts.tellSession()
    return this.state()
  }

  async sync(): Promise<SyncProgress> {
    const { workspace, runner } = this.opened()
    if (workspace.demo) await this.#enrolDemo()
    return runner.run()
  }

  async enrol(_request: { readonly url: string; readonly code: string; readonly deviceName: string }): Promise<SessionState> {
    throw new AppError('enrolRefused', 'enrolment needs the vault')
  }

  async unlock(_passcode: string): Promise<SessionState> {
    throw new AppError('wrongPasscode', 'unlocking needs the vault')
  }

  async lock(): Promise<SessionState> {
    return this.state()
  }

  async setPasscode(_change: { readonly current: string | null; readonly next: string | null }): Promise<SessionState> {
    throw new AppError('wrongPasscode', 'a passcode needs the vault')
  }

  async moveAside(): Promise<SessionState> {
    throw new AppError('databaseCorrupt', 'moving aside needs the vault')
  }

  async close(): Promise<void> {
    this.#opened?.runner.cancel()
    this.#opened?.workspace.close()
    this.#opened = null
    await this.#parts.office.close()
  }

  #open(key: Uint8Array, demo: boolean): void {
    const { openStore, rules, clock, connect, chance, tellSync, tellChanged } = this.#parts
    try {
      const store = openStore(key)
      store.onChanged(tellChanged)
      const workspace = new Workspace({ store, rules, clock, demo })
      this.#opened = { workspace, runner: new SyncRunner({ workspace, connect, clock, chance, tell: tellSync }) }
      this.#damage = null
    } catch (error) {
      this.#damage = asDamage(error)
      if (this.#damage === null) throw error
    }
  }

  /** The demo office lives as long as this process, so each start enrols once. */
  async #enrolDemo(): Promise<void> {
    const { office, connect } = this.#parts
    const { workspace } = this.opened()
    const { url, code } = await office.start()
    const known = readConnection(workspace.store)
    if (known !== null && known.url === url) return
    const upstream = connect({ url, token: null })
    try {
      const enrolment = await upstream.enrol({ code, deviceName: 'demo', publicKey: '' })
      keepConnection(workspace.store, { url, demo: true, ...enrolment })
    } finally {
      await upstream.close()
    }
  }
}

const asAdvisor = (advisor: NonNullable<ReturnType<typeof readConnection>>['advisor']): Advisor => ({
  id: advisor.id,
  name: advisor.name,
  licence: advisor.licence ?? '',
  branch: advisor.branch ?? '',
  firm: advisor.firm ?? '',
})
