import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { syncSchema } from '../../src-main/model/head-office-status.ts'
import { OutboxEntry, type OutboxAnswer } from '../../src-main/model/outbox-entry.ts'
import { StreamName, streams } from '../../src-main/model/stream.ts'
import { sampleKey, sampleRow } from './sample-rows.ts'

interface Stored {
  readonly stream: StreamName
  readonly tier: number | null
  readonly key: string
  readonly seq: number
  readonly row: unknown
}

/** The protocol of head office over rows in memory: for tests of the client that need many servers in a moment. */
export interface MemoryHeadOffice {
  readonly url: string
  readonly requests: string[]
  readonly entries: Map<string, OutboxEntry>
  epoch: string
  schema: number
  put(stream: StreamName, tier: number | null, key: string, row: unknown): void
  remove(stream: StreamName, key: string): void
  /** Everything after a point is forgotten, as by a restored backup. */
  truncate(seq: number): void
  lastSeq(): number
  close(): Promise<void>
}

const json = (response: ServerResponse, value: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

export const memoryHeadOffice = async (): Promise<MemoryHeadOffice> => {
  const changes = new Map<string, Stored>()
  const entries = new Map<string, OutboxEntry>()
  const requests: string[] = []
  let seq = 0
  const office = { epoch: 'e1', schema: syncSchema }

  const page = (url: URL, response: ServerResponse): void => {
    const stream = StreamName.parse(url.pathname.split('/').at(-1))
    const tierText = url.searchParams.get('tier')
    const tier = tierText === null ? null : Number(tierText)
    const after = url.searchParams.get('after') ?? ''
    const limit = Number(url.searchParams.get('limit'))
    if (Number(after) > seq) {
      response.writeHead(409).end()
      return
    }
    const waiting = [...changes.values()]
      .filter(c => c.stream === stream && c.tier === tier && c.seq > Number(after))
      .toSorted((a, b) => a.seq - b.seq)
    const lines = waiting.slice(0, limit)
    const body = lines
      .map(
        c =>
          `${JSON.stringify(c.row === undefined ? { op: 'delete', key: c.key, seq: c.seq } : { op: 'put', key: c.key, seq: c.seq, row: c.row })}\n`,
      )
      .join('')
    const closing = {
      end: true,
      stream,
      tier,
      after,
      epoch: office.epoch,
      cursor: String(lines.at(-1)?.seq ?? (after === '' ? '0' : after)),
      count: lines.length,
      sha256: createHash('sha256').update(body).digest('hex'),
      more: waiting.length > lines.length,
    }
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' })
    response.end(gzipSync(`${body}${JSON.stringify(closing)}\n`))
  }
  const answer = (entry: OutboxEntry): OutboxAnswer => {
    const state = entries.has(entry.id) ? 'duplicate' : 'applied'
    entries.set(entry.id, entry)
    if (state === 'applied' && entry.kind === 'contact') result.put('contacts', 5, entry.row.id, entry.row)
    return { id: entry.id, state, reason: null, conflicts: [] }
  }
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    requests.push(`${request.method} ${url.pathname}${url.search}`)
    if (url.pathname === '/v1/status')
      json(response, { time: '2026-11-23T08:00:00.000Z', schemaVersion: office.schema, epoch: office.epoch })
    else if (url.pathname === '/v1/outbox') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
      const { entries: sent } = z.object({ entries: z.array(OutboxEntry) }).parse(body)
      json(response, { answers: sent.map(answer) })
    } else page(url, response)
  }
  const server: Server = createServer((request, response) => {
    handle(request, response).catch(error => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const result: MemoryHeadOffice = {
    url: `http://127.0.0.1:${port}/`,
    requests,
    entries,
    get epoch() {
      return office.epoch
    },
    set epoch(value) {
      office.epoch = value
    },
    get schema() {
      return office.schema
    },
    set schema(value) {
      office.schema = value
    },
    put(stream, tier, key, row) {
      seq++
      changes.set(`${stream} ${key}`, { stream, tier, key, seq, row })
    },
    remove(stream, key) {
      const known = changes.get(`${stream} ${key}`)
      if (known !== undefined) result.put(stream, known.tier, key, undefined)
    },
    truncate(to) {
      seq = to
      for (const [name, change] of changes) if (change.seq > to) changes.delete(name)
    },
    lastSeq: () => seq,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return result
}

/** `clients` clients over the five tiers with one row of every detail, ten trades each, and a small market. */
export const fillHeadOffice = (office: MemoryHeadOffice, clients: number): void => {
  for (const stream of StreamName.options) {
    const isBook = streams[stream].scope === 'book'
    const count = isBook ? clients * (stream === 'trades' ? 10 : 1) : Math.min(clients, 5)
    for (let n = 0; n < count; n++) {
      const client = stream === 'trades' ? Math.floor(n / 10) : n
      office.put(stream, isBook ? (client % 5) + 1 : null, sampleKey(stream, n), sampleRow(stream, n))
    }
  }
}
