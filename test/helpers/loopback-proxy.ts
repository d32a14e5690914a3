import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

export interface LoopbackProxy {
  readonly url: string
  /** Hosts that were asked for. */
  readonly tunnels: readonly string[]
  close(): Promise<void>
}

/** A real proxy that opens tunnels and writes down where to. */
export const loopbackProxy = async (): Promise<LoopbackProxy> => {
  const tunnels: string[] = []
  const proxy = createServer((_request, response) => response.writeHead(405).end())
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '')
    const [host, port] = (request.url ?? '').split(':')
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    target.on('error', () => socket.destroy())
    socket.on('error', () => target.destroy())
  })
  await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    tunnels,
    close: async () => {
      proxy.closeAllConnections()
      await new Promise(done => proxy.close(done))
    },
  }
}
