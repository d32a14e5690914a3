import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { FirstAnswers } from './state/first-answers.ts'
import type { Contract } from '../src-main/contract/contract.ts'

export type Client = ContractRouterClient<Contract>

/** Window chrome only; no data passes here. */
export type Desk = {
  readonly platform: string
  minimise: () => void
  toggleMaximise: () => void
  close: () => void
  openWindow: (path: string) => void
  /** What the last run kept for this start, as JSON, once; null for nothing, undefined until the engine's port is here. */
  answers: () => unknown
  /** The first screen stands, or needs more than the answers: the engine is to start, where it has not. */
  wantEngine: () => void
  /** Opens the menu of the program at a place of the window. */
  menu: (x: number, y: number) => void
  /** Language of the menu. */
  locale: (locale: string) => void
  /** What was chosen in the menu; answers with the way to stop listening. */
  onCommand: (listen: (command: string) => void) => () => void
  print: () => void
  zoom: (step: number) => void
  fullScreen: (on: boolean) => void
}

declare global {
  interface Window {
    readonly desk?: Desk
  }
}

export interface Connection {
  readonly client: Client
  readonly first: FirstAnswers
}

const linked = (): Promise<RPCLink<Record<never, never>>> =>
  new Promise(resolve => {
    const listen = (event: MessageEvent): void => {
      const port = event.ports[0]
      if (event.data !== 'engine-port' || !port) return
      window.removeEventListener('message', listen)
      port.start()
      resolve(new RPCLink({ port }))
    }
    window.addEventListener('message', listen)
    window.postMessage('engine-port-please', '*')
  })

/** The typed client on the port that the preload hands over; it goes by the answers of the last run while there are any. */
export const connect = async (): Promise<Connection> => {
  const link = linked()
  let answers = window.desk?.answers()
  if (answers === undefined) {
    await link
    answers = window.desk?.answers()
  }
  const first = new FirstAnswers(answers)
  const client: Client = createORPCClient({
    call: async (path, input, options) => first.take(path, input) ?? (await link).call(path, input, options),
  })
  return { client, first }
}
