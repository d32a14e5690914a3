import type { MessageEvent } from 'electron'
import { HostAnswer, hostCalls, type HostCallName, type HostInput, type HostOutput } from './host-protocol.ts'

interface Waiting {
  readonly name: HostCallName
  resolve(value: unknown): void
  reject(error: Error): void
}

/** The engine's end of the host calls. */
export class HostClient {
  readonly #waiting = new Map<number, Waiting>()
  readonly #post: (message: unknown) => void
  #next = 1

  constructor(post: (message: unknown) => void) {
    this.#post = post
  }

  call<N extends HostCallName>(name: N, input: HostInput<N>): Promise<HostOutput<N>> {
    const id = this.#next++
    return new Promise<HostOutput<N>>((resolve, reject) => {
      this.#waiting.set(id, { name, resolve: value => resolve(value as HostOutput<N>), reject })
      this.#post({ kind: 'call', id, name, input })
    })
  }

  /** True when the message was an answer to one of our calls. */
  accept(event: MessageEvent): boolean {
    const parsed = HostAnswer.safeParse(event.data)
    if (!parsed.success) return false
    const waiting = this.#waiting.get(parsed.data.id)
    if (waiting === undefined) return true
    this.#waiting.delete(parsed.data.id)
    if (!parsed.data.ok) {
      waiting.reject(new Error(parsed.data.message))
      return true
    }
    const output = hostCalls[waiting.name].output.safeParse(parsed.data.output)
    if (output.success) waiting.resolve(output.data)
    else waiting.reject(new Error(`the desktop answered ${waiting.name} in an unknown shape`))
    return true
  }
}
