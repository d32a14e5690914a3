import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { constants, brotliCompress, gzip, zstdCompress } from 'node:zlib'
import { Failure } from './failure.ts'

const codings = {
  zstd: (bytes: Buffer) =>
    promisify(zstdCompress)(bytes, { chunkSize: 1 << 18, params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 1 }),
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
} as const

/** The cheapest coding that both sides know; small answers go as they are. */
const choose = (accept: string, size: number): keyof typeof codings | null => {
  if (size < 1024) return null
  const wanted = accept.split(',').map(part => part.trim().split(';'))
  const knows = (name: string): boolean => wanted.some(([n, q]) => n === name && !/^\s*q=0(\.0*)?$/.test(q ?? ''))
  return (['zstd', 'gzip', 'br'] as const).find(knows) ?? null
}

export const send = async (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: Buffer | string,
): Promise<void> => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const coding = choose(String(request.headers['accept-encoding'] ?? ''), bytes.length)
  const out = coding === null ? bytes : await codings[coding](bytes)
  response.writeHead(status, {
    'content-type': type,
    'content-length': out.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(coding === null ? {} : { 'content-encoding': coding }),
  })
  response.end(request.method === 'HEAD' ? undefined : out)
}

export const sendJson = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
): Promise<void> => send(request, response, status, 'application/json; charset=utf-8', `${JSON.stringify(value)}\n`)

/** Every error leaves as `{ code, message }`; what we did not expect is logged and hidden. */
export const sendFailure = (
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  log: (line: string) => void,
): void => {
  const failure =
    error instanceof Failure ? error : new Failure(500, 'INTERNAL', 'Head office failed. Try again later.')
  if (!(error instanceof Failure))
    log(`${request.method} ${request.url?.split('?')[0]}: ${error instanceof Error ? error.stack : String(error)}`)
  if (response.headersSent) {
    response.destroy()
    return
  }
  const body = `${JSON.stringify({ code: failure.code, message: failure.message })}\n`
  response.writeHead(failure.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(failure.retryAfter === null ? {} : { 'retry-after': String(failure.retryAfter) }),
    // The rest of a refused body is not read
    ...(failure.status === 413 ? { connection: 'close' } : {}),
  })
  response.end(body)
}
