import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import type { HostHandlers, MainNotice } from './host-protocol.ts'

/** The engine's process as main sees it: started once, joined to windows by a port each. */
export class EngineHost {
  readonly #process: UtilityProcess
  readonly #handlers: HostHandlers

  constructor(entry: string, args: readonly string[], handlers: HostHandlers, onExit: (code: number) => void) {
    this.#handlers = handlers
    this.#process = utilityProcess.fork(entry, [...args], {
      serviceName: 'advisor-engine',
      stdio: 'inherit',
    })
    this.#process.on('message', message => void this.#answer(message))
    this.#process.on('exit', onExit)
  }

  connect(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#process.postMessage({ kind: 'connect' } satisfies MainNotice, [port1])
    contents.postMessage('engine-port', null, [port2])
  }

  tell(notice: Exclude<MainNotice, { kind: 'connect' }>): void {
    this.#process.postMessage(notice)
  }

  /** Asks the engine to finish; the process ends by itself when the store is closed. */
  close(): Promise<void> {
    return new Promise(resolve => {
      this.#process.once('exit', () => resolve())
      this.tell({ kind: 'close' })
    })
  }

  async #answer(message: unknown): Promise<void> {
    // comes while the engine starts, which it would otherwise hold up
    const { hostCalls, HostRequest } = await import('./host-protocol.ts')
    const request = HostRequest.safeParse(message)
    if (!request.success) return
    const { id, name, input } = request.data
    try {
      const checked = hostCalls[name].input.parse(input)
      const handler = this.#handlers[name] as (input: unknown) => Promise<unknown>
      this.#process.postMessage({ kind: 'answer', id, ok: true, output: await handler(checked) })
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown fault'
      this.#process.postMessage({ kind: 'answer', id, ok: false, message: reason })
    }
  }
}
