import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { Contract } from '../../src-main/contract/contract.ts'
import { guardedPort } from '../../src-main/electron/guarded-port.ts'
import type { Engine } from '../../src-main/engine.ts'

export type ContractClient = ContractRouterClient<Contract>

interface Transport {
  readonly name: string
  readonly connect: (engine: Engine) => { readonly client: ContractClient; readonly close: () => void }
}

/** Node's port in the shape of Electron's. */
export const asElectrons = (port: MessagePort): Parameters<typeof guardedPort>[0] => ({
  on: (event: 'message' | 'close', hear: (message: { readonly data?: unknown }) => void) =>
    port.addEventListener(event, message => hear({ data: 'data' in message ? message.data : undefined })),
  postMessage: data => port.postMessage(data),
})

/** The ways to the engine: the command line calls it in its own process, the window through a message port. */
export const transports: readonly Transport[] = [
  {
    name: 'in the process, as the command line',
    connect: engine => ({ client: createRouterClient(engine.router), close: () => undefined }),
  },
  {
    name: 'through a message port, as the window',
    connect: engine => {
      const { port1, port2 } = new MessageChannel()
      new RPCHandler(engine.router).upgrade(guardedPort(asElectrons(port1), () => undefined))
      port1.start()
      const client: ContractClient = createORPCClient(new RPCLink({ port: port2 }))
      port2.start()
      return {
        client,
        close: () => {
          port1.close()
          port2.close()
        },
      }
    },
  },
]
