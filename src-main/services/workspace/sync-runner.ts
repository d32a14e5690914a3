import type { SyncProgress } from '../../contract/sync.ts'
import { AppError } from '../../model/app-error.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { ConnectUpstream } from '../ports/opening.ts'
import { UpstreamError, type Upstream } from '../ports/upstream.ts'
import type { Signing } from '../ports/signing.ts'
import { announceHead } from '../evidence/announce-head.ts'
import { readConnection } from '../session/connection.ts'
import { toAppError } from '../sync/to-app-error.ts'
import { readSettings } from '../settings/settings.ts'
import type { SyncDeps } from '../sync/sync-deps.ts'
import { syncOnce } from '../sync/sync-once.ts'
import type { Workspace } from './workspace.ts'

const idle: SyncProgress = {
  state: 'idle',
  startedAt: null,
  finishedAt: null,
  seconds: 0,
  rows: 0,
  rejects: 0,
  pushed: 0,
  streams: [],
  tierReady: 6,
  error: null,
  nextAt: null,
}

export interface SyncRunnerParts {
  readonly workspace: Workspace
  readonly connect: ConnectUpstream
  readonly clock: Clock
  readonly chance: Chance
  readonly signing: Signing
  readonly rest?: SyncDeps['rest']
  readonly tell: (progress: SyncProgress) => void
}

/** One sync at a time; whoever asks again joins the running one, or gets the next one when it is about to end. */
export class SyncRunner {
  readonly #parts: SyncRunnerParts
  #running: Promise<SyncProgress> | null = null
  #next: Promise<SyncProgress> | null = null
  #stop: AbortController | null = null
  #isClosed = false
  /** Of the schedule, which asks beside whoever presses the key. */
  #plannedAt: string | null = null
  #progress = idle

  constructor(parts: SyncRunnerParts) {
    this.#parts = parts
  }

  get progress(): SyncProgress {
    return this.#progress
  }

  run(): Promise<SyncProgress> {
    if (this.#isClosed) return Promise.reject(toAppError(new UpstreamError('cancelled')))
    if (this.#running === null) {
      this.#running = this.#once().finally(() => {
        this.#running = null
        this.#stop = null
      })
      return this.#running
    }
    if (!this.#isEnding()) return this.#running
    const again = (): Promise<SyncProgress> => {
      this.#next = null
      return this.run()
    }
    this.#next ??= this.#running.then(again, again)
    return this.#next
  }

  /** It was told to stop, or has told its end and only tidies up: nothing that is asked for now is in it. */
  #isEnding(): boolean {
    return this.#stop?.signal.aborted === true || this.#progress.state !== 'running'
  }

  /** When the schedule asks next; told to the screens. */
  planned(ms: number): void {
    this.#plannedAt = new Date(Date.parse(this.#parts.clock.now()) + ms).toISOString()
    this.#tell(this.#progress)
  }

  cancel(): void {
    this.#stop?.abort()
  }

  /** Cancels what runs and waits until it has ended; nothing begins after it. */
  async stop(): Promise<void> {
    this.#isClosed = true
    this.cancel()
    await this.#running?.catch(() => undefined)
  }

  /** One question outside of a sync, such as for the devices of this book. */
  async ask<T>(question: (upstream: Upstream) => Promise<T>): Promise<T> {
    const upstream = this.#connected()
    try {
      return await question(upstream)
    } catch (error) {
      throw toAppError(error)
    } finally {
      await upstream.close()
    }
  }

  #connected(): Upstream {
    const { workspace, connect } = this.#parts
    const connection = readConnection(workspace.store)
    if (connection === null)
      throw new AppError('notEnrolled', 'this device is not enrolled at a head office', {
        hint: 'enrol it with a code, or import files',
      })
    const { proxy } = readSettings(workspace.store)
    return connect({ ...connection, proxy: connection.demo ? null : proxy })
  }

  async #once(): Promise<SyncProgress> {
    const { workspace, clock, chance, signing, rest } = this.#parts
    const upstream = this.#connected()
    this.#stop = new AbortController()
    try {
      const isFirst = workspace.store.read(tx => tx.settings.get('lastSyncAt')) === undefined
      announceHead(workspace.store, signing, clock)
      const end = await syncOnce(
        { store: workspace.store, upstream, clock, chance, rest },
        { signal: this.#stop.signal, onProgress: progress => this.#tell(progress) },
      )
      if (end.rows > 0) {
        if (end.state === 'done') workspace.recordEarlierCells()
        // half a book is no state to compare with: the rest would count as new clients
        if (end.state === 'done' || !isFirst) workspace.recordCells()
        workspace.rematch({ at: clock.now(), id: chance.id })
      }
      if (end.state === 'done') workspace.store.write(tx => tx.settings.set('lastSyncAt', end.finishedAt), 'page')
      this.#tell(end)
      return this.#progress
    } finally {
      await upstream.close()
    }
  }

  #tell(progress: SyncProgress): void {
    const isPlanned = this.#plannedAt !== null && this.#plannedAt > this.#parts.clock.now()
    const nextAt = progress.state !== 'running' && isPlanned ? this.#plannedAt : null
    this.#progress = { ...progress, nextAt }
    this.#parts.tell(this.#progress)
  }
}
