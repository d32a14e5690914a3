import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { StreamName, streams } from '../../src-main/model/stream.ts'
import { sampleKey, sampleRow } from '../helpers/sample-rows.ts'

/**
 * The protocol over rows that are computed when they are asked for: a branch book of any size without a database behind it.
 * Runs as a process of its own, so that only the reader's memory is measured: `node branch-office.ts <clients> <trades of a client>`.
 */
const [clients = 50_000, tradesEach = 100] = process.argv.slice(2).map(Number)

const digits = (n: number, width: number): string => String(n).padStart(width, '0')
const client = sampleRow('clients')
const trade = sampleRow('trades')
const holding = sampleRow('holdings')
const account = sampleRow('accounts')
const perTier = Math.ceil(clients / 5)

/** Number of rows of one tier, and the row at a place in it. */
const sizeOf = (stream: StreamName): number => {
  if (stream === 'trades') return perTier * tradesEach
  if (stream === 'holdings') return perTier * 20
  return stream === 'clients' || stream === 'accounts' ? perTier : 0
}
const rowAt = (stream: StreamName, tier: number, at: number): readonly [string, object] => {
  const each = stream === 'trades' ? tradesEach : stream === 'holdings' ? 20 : 1
  const number = Math.floor(at / each) * 5 + tier - 1
  const [clientId, accountId] = [`C${digits(number, 7)}`, `A${digits(number, 7)}`]
  const n = at % each
  if (stream === 'clients') return [clientId, { ...client, id: clientId, name: `客户${number}`, bookTier: tier }]
  if (stream === 'accounts') return [accountId, { ...account, id: accountId, clientId }]
  if (stream === 'holdings') {
    const code = `F${digits(n, 5)}`
    return [`${accountId}|${code}`, { ...holding, clientId, accountId, code, value: at }]
  }
  const id = `${clientId}-${digits(n, 4)}`
  const date = `20${20 + (n % 6)}-${digits(1 + (n % 12), 2)}-${digits(1 + (n % 28), 2)}`
  return [id, { ...trade, id, clientId, accountId, date, amount: 10_000 + at }]
}

const page = (stream: StreamName, tierText: string | null, after: string, limit: number): Buffer => {
  const tier = tierText === null ? null : Number(tierText)
  const isBook = streams[stream].scope === 'book'
  const size = isBook ? sizeOf(stream) : 3
  const from = after === '' ? 0 : Number(after)
  const to = Math.min(size, from + limit)
  const lines: string[] = []
  for (let at = from; at < to; at++) {
    const [key, row] = isBook ? rowAt(stream, tier ?? 1, at) : [sampleKey(stream, at), sampleRow(stream, at)]
    lines.push(`${JSON.stringify({ op: 'put', key, seq: at + 1, row })}\n`)
  }
  const body = lines.join('')
  const sha256 = createHash('sha256').update(body).digest('hex')
  const closing = {
    end: true,
    stream,
    tier,
    after,
    epoch: 'branch',
    cursor: String(to),
    count: to - from,
    sha256,
    more: to < size,
  }
  return gzipSync(`${body}${JSON.stringify(closing)}\n`, { level: 1 })
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname === '/v1/status') {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ time: new Date().toISOString(), schemaVersion: 1, epoch: 'branch' }))
    return
  }
  const stream = StreamName.parse(url.pathname.split('/').at(-1))
  const { searchParams: query } = url
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' })
  response.end(page(stream, query.get('tier'), query.get('after') ?? '', Number(query.get('limit'))))
})
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.stdin.on('end', () => process.exit(0)).resume()
