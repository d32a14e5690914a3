import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** What head office answered, unpacked. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: Buffer
}

export interface FaultContext {
  readonly path: string
  readonly response: ServerResponse
  /** Asks the real head office, for this path or another. */
  readonly real: (path?: string) => Promise<Answer>
}

/** Answers one request wrongly; false lets it pass. */
export type Fault = (context: FaultContext) => Promise<boolean>

export interface FaultyProxy {
  readonly url: string
  readonly paths: string[]
  /** Null lets everything pass. */
  fault: Fault | null
  close(): Promise<void>
}

const collected = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export const sendAnswer = (response: ServerResponse, answer: Answer): void => {
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.body.length })
  response.end(answer.body)
}

/** Stands between the client and a real head office and misbehaves on purpose. */
export const faultyProxy = async (target: string): Promise<FaultyProxy> => {
  const proxy: { fault: Fault | null; readonly paths: string[] } = { fault: null, paths: [] }
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const own = request.url ?? '/'
    proxy.paths.push(own)
    const sent = await collected(request)
    const { 'accept-encoding': _packing, ...headers } = request.headers
    const real = (path = own): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const forwarded = ask(new URL(path, target), { method: request.method ?? 'GET', headers }, answer => {
          const type = answer.headers['content-type'] ?? ''
          collected(answer).then(body => resolve({ status: answer.statusCode ?? 500, type, body }), reject)
        })
        forwarded.once('error', reject)
        forwarded.end(sent)
      })
    if (proxy.fault !== null && (await proxy.fault({ path: own, response, real }))) return
    sendAnswer(response, await real())
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  })
}

const isPage = (path: string): boolean => path.startsWith('/v1/changes/')

/** Lets `healthy` pages pass, then misbehaves with every one that follows. */
export const afterPages = (healthy: number, fault: Fault): Fault => {
  let seen = 0
  return async context => isPage(context.path) && ++seen > healthy && fault(context)
}

const lineEnds = (body: Buffer): number[] => [...body.entries()].filter(([, byte]) => byte === 10).map(([at]) => at)

export const faults = {
  status:
    (status: number, headers: Readonly<Record<string, string>> = {}): Fault =>
    async ({ response }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify({ code: 'TEST', message: 'on purpose' }))
      return true
    },
  dropInMidPage: async ({ response, real }: FaultContext) => {
    const { status, type, body } = await real()
    response.writeHead(status, { 'content-type': type, 'content-length': body.length })
    response.write(body.subarray(0, body.length >> 1), () => response.destroy())
    return true
  },
  trickle: async ({ response, real }: FaultContext) => {
    const { status, type, body } = await real()
    response.writeHead(status, { 'content-type': type, 'content-length': body.length })
    let at = 0
    const timer = setInterval(() => {
      if (response.destroyed || at >= body.length) clearInterval(timer)
      else response.write(body.subarray(at, ++at))
    }, 20)
    return true
  },
  /** A complete answer that lacks its closing line. */
  truncate: async ({ response, real }: FaultContext) => {
    const answer = await real()
    const ends = lineEnds(answer.body)
    sendAnswer(response, { ...answer, body: answer.body.subarray(0, (ends.at(-2) ?? -1) + 1) })
    return true
  },
  /** One digit of the rows is changed on the way. */
  wrongHash: async ({ response, real }: FaultContext) => {
    const answer = await real()
    const closing = (lineEnds(answer.body).at(-2) ?? -1) + 1
    const at = answer.body.subarray(0, closing).findLastIndex(byte => byte >= 48 && byte < 57)
    if (at < 0) return false
    const body = Buffer.from(answer.body)
    body.writeUInt8((body[at] ?? 48) + 1, at)
    sendAnswer(response, { ...answer, body })
    return true
  },
  /** The first page comes for every question. */
  repeat: (): Fault => {
    let first: Answer | null = null
    return async ({ response, real }) => {
      first ??= await real()
      sendAnswer(response, first)
      return true
    }
  },
  /** The answer to the question before comes once more, a single time. */
  duplicate: (): Fault => {
    let before: Answer | null = null
    let isDone = false
    return async ({ response, real }) => {
      const answer = await real()
      const again = isDone ? null : before
      before = answer
      isDone ||= again !== null
      sendAnswer(response, again ?? answer)
      return true
    }
  },
  /** The page after the next one comes first. */
  outOfOrder: async ({ path, response, real }: FaultContext) => {
    const { body } = await real()
    const closing: unknown = JSON.parse(body.toString().trimEnd().split('\n').at(-1) ?? '{}')
    if (typeof closing !== 'object' || closing === null || !('cursor' in closing)) return false
    const later = new URL(path, 'http://x')
    later.searchParams.set('after', String(closing.cursor))
    sendAnswer(response, await real(`${later.pathname}${later.search}`))
    return true
  },
  /** 200 MB of zeros in 200 kB. */
  bomb: async ({ response }: FaultContext) => {
    const body = gzipSync(Buffer.alloc(200 << 20), { level: 9 })
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' })
    response.end(body)
    return true
  },
  /** The sign-in page of a hotel's network. */
  portal: async ({ response }: FaultContext) => {
    sendAnswer(response, { status: 200, type: 'text/html', body: Buffer.from('<html>Welcome</html>\n') })
    return true
  },
  redirect: async ({ response }: FaultContext) => {
    response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
    return true
  },
  notHttp: async ({ response }: FaultContext) => {
    response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n')
    return true
  },
} as const
