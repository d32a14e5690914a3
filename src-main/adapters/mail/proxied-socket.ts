import type { Socket } from 'node:net'

const OK = 200

const failed = (what: string): Error => Object.assign(new Error(what), { code: 'ECONNECTION' })

/** A line to a server through the office's proxy (CONNECT, RFC 9110 9.3.6); name and password of the proxy are in its address. */
export const proxiedSocket = async (
  proxy: string,
  { host, port }: { readonly host: string; readonly port: number },
  timeoutMs: number,
): Promise<Socket> => {
  const url = new URL(proxy)
  // Node's HTTP takes long to load, which a start without mail need not wait for
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http')
  return new Promise((resolve, reject) => {
    const account = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
    const path = `${host.includes(':') ? `[${host}]` : host}:${port}`
    const asked = request({
      method: 'CONNECT',
      host: url.hostname,
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
      path,
      headers: {
        host: path,
        ...(url.username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(account).toString('base64')}` }),
      },
      timeout: timeoutMs,
    })
    asked.once('connect', (response, socket, head) => {
      if (response.statusCode === OK) {
        // a mail server speaks first: its greeting may come with the proxy's answer
        if (head.length > 0) socket.unshift(head)
        return resolve(socket)
      }
      socket.destroy()
      reject(failed(`the proxy answered ${response.statusCode ?? 0}`))
    })
    asked.once('response', response => {
      response.resume()
      reject(failed(`the proxy answered ${response.statusCode ?? 0}`))
    })
    asked.once('timeout', () => asked.destroy(failed('the proxy does not answer')))
    asked.once('error', error => reject(failed(`proxy: ${error.message}`)))
    asked.end()
  })
}
