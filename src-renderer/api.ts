import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../src-main/contract/contract.ts'

export type Client = ContractRouterClient<Contract>

/** Window chrome only; no data passes here. */
export type Desk = {
  readonly platform: string
  minimise: () => void
  toggleMaximise: () => void
  close: () => void
  openWindow: (path: string) => void
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

/** Waits for the port that the preload hands over and makes the typed client on it. */
export const connect = (): Promise<Client> =>
  new Promise(resolve => {
    const listen = (event: MessageEvent): void => {
      const port = event.ports[0]
      if (event.data !== 'engine-port' || !port) return
      window.removeEventListener('message', listen)
      port.start()
      resolve(createORPCClient(new RPCLink({ port })))
    }
    window.addEventListener('message', listen)
    window.postMessage('engine-port-please', '*')
  })
