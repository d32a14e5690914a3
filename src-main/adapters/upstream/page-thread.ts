import { parentPort, workerData } from 'node:worker_threads'
import { UpstreamError } from '../../services/ports/upstream.ts'
import { httpUpstream } from './http-upstream.ts'
import type { FromPageThread, PageThreadOptions, ToPageThread } from './page-messages.ts'
import { readAhead } from './read-ahead.ts'

// A program of its own: fetches, unpacks and verifies pages while the engine's thread writes the ones before them.
const port = parentPort
if (port === null) throw new Error('the page thread is started by the engine')
const upstream = httpUpstream({ ...(workerData as PageThreadOptions), now: () => '' })
const { changes } = readAhead((request, signal) => upstream.changes(request, signal))
const running = new Map<number, AbortController>()

/** Small buffers share their memory with others: those are copied. What is nobody else's is handed over as it is. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength > 2 * Buffer.poolSize
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes)

const fetch = async ({ id, request }: Extract<ToPageThread, { readonly kind: 'fetch' }>): Promise<void> => {
  const stop = new AbortController()
  running.set(id, stop)
  try {
    const page = await changes(request, stop.signal)
    const body = ownBytes(page.body)
    const answer: FromPageThread = { kind: 'page', id, body, closing: page.closing, bytes: page.bytes }
    port.postMessage(answer, [body.buffer])
  } catch (error) {
    const fault = error instanceof UpstreamError ? error : new UpstreamError('unreachable', {}, { cause: error })
    const { code, details, retryAfterMs } = fault
    const cause = fault.cause instanceof Error ? fault.cause.message : ''
    port.postMessage({ kind: 'failed', id, code, details, retryAfterMs, cause } satisfies FromPageThread)
  } finally {
    running.delete(id)
  }
}

port.on('message', (message: ToPageThread) => {
  if (message.kind === 'stop') running.get(message.id)?.abort()
  else void fetch(message)
})
