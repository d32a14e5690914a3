import {
  MessageChannelMain,
  utilityProcess,
  type MessagePortMain,
  type UtilityProcess,
  type WebContents,
} from 'electron'
import type { HostHandlers, MainNotice } from './host-protocol.ts'

interface EngineParts {
  readonly entry: string
  readonly args: readonly string[]
  readonly handlers: HostHandlers
  readonly onExit: () => void
}

/** The engine's process as main sees it: started once, joined to windows by a port each. What it is told before waits for it. */
export class EngineHost {
  readonly #parts: EngineParts
  #process: UtilityProcess | null = null
  #waiting: (readonly [MainNotice, MessagePortMain[]])[] = []

  constructor(parts: EngineParts) {
    this.#parts = parts
  }

  begin(): void {
    if (this.#process !== null) return
    const { entry, args, onExit } = this.#parts
    const engine = utilityProcess.fork(entry, [...args], { serviceName: 'advisor-engine', stdio: 'inherit' })
    engine.on('message', message => void this.#answer(engine, message))
    engine.on('exit', onExit)
    for (const [notice, ports] of this.#waiting) engine.postMessage(notice, ports)
    this.#waiting = []
    this.#process = engine
  }

  /** `answers` are what the window may go by until the engine is up. */
  connect(contents: WebContents, answers: string | null): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#send({ kind: 'connect' }, [port1])
    contents.postMessage('engine-port', answers, [port2])
  }

  tell(notice: Exclude<MainNotice, { kind: 'connect' }>): void {
    this.#send(notice, [])
  }

  /** Asks the engine to finish; the process ends by itself when the store is closed. */
  close(): Promise<void> {
    return new Promise(resolve => {
      this.begin()
      this.#process?.once('exit', () => resolve())
      this.tell({ kind: 'close' })
    })
  }

  #send(notice: MainNotice, ports: MessagePortMain[]): void {
    if (this.#process === null) this.#waiting.push([notice, ports])
    else this.#process.postMessage(notice, ports)
  }

  async #answer(engine: UtilityProcess, message: unknown): Promise<void> {
    // comes while the engine starts, which it would otherwise hold up
    const { hostCalls, HostRequest } = await import('./host-protocol.ts')
    const request = HostRequest.safeParse(message)
    if (!request.success) return
    const { id, name, input } = request.data
    try {
      const checked = hostCalls[name].input.parse(input)
      const handler = this.#parts.handlers[name] as (input: unknown) => Promise<unknown>
      engine.postMessage({ kind: 'answer', id, ok: true, output: await handler(checked) })
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown fault'
      engine.postMessage({ kind: 'answer', id, ok: false, message: reason })
    }
  }
}
