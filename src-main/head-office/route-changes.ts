import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ClosingLine } from '../model/change.ts'
import { StreamName, streams } from '../model/stream.ts'
import { reference } from './change-log.ts'
import { readPage } from './change-page.ts'
import { type CursorScope, readCursor, writeCursor } from './cursor.ts'
import { authorize } from './devices.ts'
import { Failure } from './failure.ts'
import type { Office } from './office.ts'
import { send } from './respond.ts'

/** Most rows of a page: some streams have rows of kilobytes. */
const heavy: Readonly<Partial<Record<StreamName, number>>> = {
  navs: 2000,
  fundHoldings: 2000,
  funds: 4000,
  benchmarks: 2000,
  rulePacks: 50,
}
const most = 20_000

const whole = (text: string | null, fallback: number, least: number, highest: number, name: string): number => {
  if (text === null) return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < least)
    throw new Failure(400, 'BAD_REQUEST', `${name} must be a whole number from ${least}.`)
  return Math.min(value, highest)
}

/** No highest one stands for a tier that does not exist: a reader would take another tier's rows for its own. */
const tierOf = (text: string): number => {
  if (!/^[1-5]$/.test(text)) throw new Failure(400, 'BAD_REQUEST', 'tier must be a whole number from 1 to 5.')
  return Number(text)
}

const headOf = async (office: Office, book: string): Promise<number> => {
  const [row] = await office.db.query<{ seq: number }>('select seq::float8 as seq from books where id = $1', [book])
  return row?.seq ?? 0
}

/** `GET /v1/changes/<stream>?after=&tier=&limit=` */
export const changes = async (
  office: Office,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> => {
  const device = await authorize(office, request.headers.authorization)
  const stream = StreamName.safeParse(url.pathname.split('/')[3])
  if (!stream.success) throw new Failure(404, 'NOT_FOUND', 'There is no such stream.')
  const query = url.searchParams
  const shared = streams[stream.data].scope === 'reference'
  const tierText = query.get('tier')
  if (shared && tierText !== null) throw new Failure(400, 'BAD_REQUEST', 'Reference streams have no tiers.')
  const tier = shared ? 0 : tierText === null ? null : tierOf(tierText)
  const scope: CursorScope = { epoch: office.epoch, book: shared ? reference : device.book, stream: stream.data, tier }
  const limit = whole(query.get('limit'), 5000, 1, heavy[stream.data] ?? most, 'limit')
  const text = query.get('after')
  const after =
    text === null || text === '' ? 0 : readCursor(office.secret, scope, text, await headOf(office, scope.book))
  const page = await readPage(office.db, { book: scope.book, stream: stream.data, tier, after, limit })
  // one piece with room for the closing line: pages are large, and every copy of one is a burden
  const length = Buffer.byteLength(page.body)
  const bytes = Buffer.allocUnsafe(length + 1024)
  const body = bytes.subarray(0, bytes.write(page.body))
  const closing: ClosingLine = {
    end: true,
    stream: stream.data,
    tier: shared ? null : tier,
    after: text ?? '',
    epoch: office.epoch,
    cursor: writeCursor(office.secret, scope, page.upTo),
    count: page.count,
    sha256: createHash('sha256').update(body).digest('hex'),
    more: page.more,
  }
  await send(
    request,
    response,
    200,
    'application/x-ndjson; charset=utf-8',
    bytes.subarray(0, length + bytes.write(`${JSON.stringify(closing)}\n`, length)),
  )
}
