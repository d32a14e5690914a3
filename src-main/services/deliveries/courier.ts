import type { ConnectUpstream } from '../ports/opening.ts'
import { readConnection } from '../session/connection.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { carryLinks } from './carry-links.ts'
import { carryMails } from './carry-mails.ts'
import type { DeliveryTools } from './delivery-tools.ts'
import { raiseReplyTasks } from './hear-back.ts'
import { recoverDeliveries } from './recover-deliveries.ts'

export interface CourierParts {
  readonly workspace: Workspace
  readonly connect: ConnectUpstream
  readonly tools: DeliveryTools
  /** Sees to it that there is a head office to ask; called only when something waits for it. */
  readonly reach: () => Promise<void>
}

/** Long enough for the first screen to be answered. */
const FIRST_MS = 1200
const IDLE_MS = 60_000

/** Carries out what waits in the queue: one round at a time; whoever asks during a round gets one more after it. */
export class Courier {
  readonly #parts: CourierParts
  readonly #stop = new AbortController()
  #running: Promise<void> | null = null
  #again = false
  #isWatching = false

  constructor(parts: CourierParts) {
    this.#parts = parts
    // before anything can be under way: what was, when the program ended, is of unknown fate
    recoverDeliveries(parts.workspace.store, parts.tools.clock.now())
  }

  /** One round now; settled when the queue was walked to its end. */
  run(): Promise<void> {
    if (this.#running !== null) {
      this.#again = true
      return this.#running
    }
    this.#running = this.#rounds().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Rounds on their own for as long as the book is open. */
  async watch(): Promise<void> {
    if (this.#isWatching) return
    this.#isWatching = true
    const { clock } = this.#parts.tools
    for (let pause = FIRST_MS; !this.#stop.signal.aborted; pause = IDLE_MS) {
      try {
        await clock.wait(pause, this.#stop.signal)
      } catch {
        return
      }
      await this.run()
    }
  }

  /** What waits for the network alone waits no longer. */
  networkBack(): Promise<void> {
    this.#parts.workspace.store.write(tx => {
      for (const each of tx.deliveries.open())
        if (each.state === 'queued' && each.fault?.kind === 'offline') tx.deliveries.put({ ...each, nextAt: null })
    })
    return this.run()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#running?.catch(() => undefined)
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false
      try {
        await this.#round()
      } catch (fault) {
        // a book that was closed meanwhile is no fault
        if (!this.#stop.signal.aborted) this.#parts.tools.log(fault)
      }
    } while (this.#again && !this.#stop.signal.aborted)
  }

  async #round(): Promise<void> {
    const { workspace, connect, tools, reach } = this.#parts
    const { store } = workspace
    const { signal } = this.#stop
    store.write(tx => raiseReplyTasks(tx, workspace.rules.delivery, tools.clock.now()))
    await carryMails(workspace, tools, signal)
    if (!store.read(tx => tx.deliveries.all().some(each => each.link !== null && needsOffice(each)))) return
    await reach()
    const connection = readConnection(store)
    if (connection === null || signal.aborted) return
    const upstream = connect({ ...connection, proxy: connection.demo ? null : readSettings(store).proxy })
    try {
      await carryLinks(workspace, upstream, tools, signal)
    } finally {
      await upstream.close()
    }
  }
}

const needsOffice = (each: {
  readonly state: string
  readonly link: { readonly withdrawing: boolean } | null
}): boolean => each.state === 'queued' || (each.state === 'sent' && each.link?.withdrawing === true)
