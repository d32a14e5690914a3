import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { proxiedSocket } from '../../src-main/adapters/mail/proxied-socket.ts'

const GREETING = '220 mail.example.com ready\r\n'

it('a greeting that comes in one piece with the answer of the proxy is not lost', async () => {
  const proxy = createServer(socket => {
    socket.once('data', () => void socket.write(`HTTP/1.1 200 Connection Established\r\n\r\n${GREETING}`))
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const socket = await proxiedSocket(url, { host: 'mail.example.com', port: 465 }, 5000)
  const [heard] = (await once(socket, 'data', { signal: AbortSignal.timeout(3000) })) as [Buffer]
  expect(heard.toString()).toBe(GREETING)
  socket.destroy()
  proxy.close()
})
