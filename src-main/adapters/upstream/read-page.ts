import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib'
import { ClosingLine } from '../../model/change.ts'
import { UpstreamError, type Page } from '../../services/ports/upstream.ts'

export interface SizeLimits {
  /** On the wire, and after decompression. */
  readonly packedBytes: number
  readonly bytes: number
}

export const defaultLimits: SizeLimits = { packedBytes: 16 << 20, bytes: 64 << 20 }

const unpackers = {
  gzip: promisify(gunzip) as (packed: Uint8Array, options: object) => Promise<Buffer>,
  deflate: promisify(inflate) as (packed: Uint8Array, options: object) => Promise<Buffer>,
  br: promisify(brotliDecompress) as (packed: Uint8Array, options: object) => Promise<Buffer>,
  zstd: promisify(zstdDecompress) as (packed: Uint8Array, options: object) => Promise<Buffer>,
} as const

const isPacking = (name: string): name is keyof typeof unpackers => name in unpackers

/** Collects a body and stops at the limit, whatever its header promised. */
export const collect = async (body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > limit) throw new UpstreamError('pageTooLarge', { limit })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/** In one piece on a thread of the pool, which is cheaper than a stream and bounded by the limit. */
export const unpack = async (packed: Buffer, encoding: string, limit: number): Promise<Buffer> => {
  if (encoding === '' || encoding === 'identity') return packed
  if (!isPacking(encoding)) throw new UpstreamError('notHeadOffice', { encoding })
  try {
    return await unpackers[encoding](packed, { maxOutputLength: limit, chunkSize: 1 << 20 })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new UpstreamError('pageTooLarge', { limit }, { cause })
    if (code === 'Z_BUF_ERROR') throw new UpstreamError('pageTruncated', {}, { cause })
    throw new UpstreamError('pageDamaged', {}, { cause })
  }
}

const newline = 10

/** Splits the closing line off and verifies it against everything before it. */
export const toPage = (bytes: Buffer, wireBytes: number): Page => {
  if (bytes.length === 0 || bytes[bytes.length - 1] !== newline) throw new UpstreamError('pageTruncated')
  const start = bytes.length < 2 ? 0 : bytes.lastIndexOf(newline, bytes.length - 2) + 1
  const closing = ClosingLine.safeParse(parsed(bytes.toString('utf8', start)))
  if (!closing.success) throw new UpstreamError('pageTruncated', {}, { cause: closing.error })
  const body = bytes.subarray(0, start)
  const sha256 = createHash('sha256').update(body).digest('hex')
  if (sha256 !== closing.data.sha256) throw new UpstreamError('pageDamaged')
  return pageOf(body, closing.data, wireBytes)
}

/** A page of a body that was verified. */
export const pageOf = (body: Buffer, closing: ClosingLine, bytes: number): Page => ({
  body,
  lines: () => linesOf(body),
  closing,
  bytes,
})

/** Short strings that die young cost the collector less than one of megabytes. */
function* linesOf(body: Buffer): Generator<string> {
  const decode = isAscii(body) ? 'latin1' : 'utf8'
  let start = 0
  while (start < body.length) {
    const end = body.indexOf(newline, start)
    yield body.toString(decode, start, end)
    start = end + 1
  }
}

export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
