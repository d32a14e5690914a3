import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { UpstreamError, type Page, type PageRequest, type Upstream } from '../../services/ports/upstream.ts'
import { httpUpstream, type HttpUpstreamOptions } from './http-upstream.ts'
import type { FromPageThread, ToPageThread } from './page-messages.ts'
import { pageOf } from './read-page.ts'

interface Waiting {
  readonly resolve: (page: Page) => void
  readonly reject: (error: Error) => void
}

/** Beside this module in the sources, beside or above it in a built program. */
const program = (): string => {
  const names = import.meta.url.endsWith('.ts') ? ['./page-thread.ts'] : ['./page-thread.js', '../page-thread.js']
  const found = names.map(name => fileURLToPath(new URL(name, import.meta.url))).find(path => existsSync(path))
  if (found === undefined) throw new Error('the page thread is missing from this installation')
  return found
}

/**
 * The same client with its pages fetched, unpacked and verified on a thread of their own. The engine's thread is busy writing most of
 * a sync; on it every page would wait for the one before, and head office with it.
 */
export const threadedUpstream = (options: HttpUpstreamOptions): Upstream => {
  const { now: _now, ...threadOptions } = options
  const direct = httpUpstream(options)
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let asked = 0

  const fail = (error: Error): void => {
    thread = null
    for (const each of waiting.values()) each.reject(error)
    waiting.clear()
  }
  const take = (message: FromPageThread): void => {
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'page') {
      asker?.resolve(
        pageOf(
          Buffer.from(message.body.buffer, message.body.byteOffset, message.body.byteLength),
          message.closing,
          message.bytes,
        ),
      )
      return
    }
    const { code, details, retryAfterMs, cause } = message
    asker?.reject(new UpstreamError(code, details, { retryAfterMs, cause: new Error(cause) }))
  }
  const started = (): Worker => {
    if (thread !== null) return thread
    const worker = new Worker(program(), { workerData: threadOptions })
    worker.unref()
    worker.on('message', take)
    worker.on('error', fail)
    worker.on('exit', () => fail(new UpstreamError('cancelled')))
    thread = worker
    return worker
  }
  const changes = async (request: PageRequest, signal: AbortSignal): Promise<Page> => {
    if (signal.aborted) throw new UpstreamError('cancelled')
    // what goes on from a cursor is mostly small: not worth starting a thread
    if (thread === null && request.after !== '') return direct.changes(request, signal)
    const worker = started()
    const id = ++asked
    const send = (message: ToPageThread): void => worker.postMessage(message, [])
    const stop = (): void => send({ kind: 'stop', id })
    signal.addEventListener('abort', stop, { once: true })
    try {
      return await new Promise<Page>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        send({ kind: 'fetch', id, request })
      })
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
  return {
    ...direct,
    changes,
    async close() {
      await Promise.all([thread?.terminate(), direct.close()])
    },
  }
}
