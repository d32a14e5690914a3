import type { Dispatcher } from 'undici'
import { z } from 'zod'
import { ClientPdf } from '../../model/client-pdf.ts'
import { AppError } from '../../model/app-error.ts'
import { EnrolledDevice, Enrolment, HeadOfficeStatus, SharedLink } from '../../model/head-office-status.ts'
import { OutboxAnswer } from '../../model/outbox-entry.ts'
import { UpstreamError, type Upstream } from '../../services/ports/upstream.ts'
import { collect, defaultLimits, parsed, toPage, unpack, type SizeLimits } from './read-page.ts'
import { statusError, toUpstreamError } from './to-upstream-error.ts'

export interface HttpUpstreamOptions {
  readonly url: string
  /** Null before enrolment. */
  readonly token: string | null
  readonly proxy?: string | null
  readonly limits?: SizeLimits
  /** For a whole answer, and for the pause between two parts of it. */
  readonly deadlineMs?: number
  readonly pauseMs?: number
  /** UTC instant; lets head office see how far our clock is off. */
  readonly now: () => string
}

interface Question {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: string
  readonly type: string
}

const Failure = z.object({ code: z.string().max(60) })
const OutboxReply = z.object({ answers: z.array(OutboxAnswer) })

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The token and the book travel encrypted, or not at all. */
const baseOf = (url: string): URL => {
  const base = new URL(url.endsWith('/') ? url : `${url}/`)
  if (base.protocol === 'https:' || (base.protocol === 'http:' && loopback.has(base.hostname))) return base
  throw new AppError('invalidInput', 'head office is reached over https only', { where: base.origin })
}

const connectMs = 10_000

/** The proxy that was set; else the one of the environment, which never lies between two programs of this computer. */
const dispatcherOf = async (base: URL, proxy: string | null, pauseMs: number): Promise<Dispatcher> => {
  const { Agent, EnvHttpProxyAgent, ProxyAgent } = await import('undici')
  const timing = { connect: { timeout: connectMs }, headersTimeout: pauseMs, bodyTimeout: pauseMs }
  if (proxy !== null) return new ProxyAgent({ uri: proxy, ...timing })
  return loopback.has(base.hostname) ? new Agent(timing) : new EnvHttpProxyAgent(timing)
}

export const httpUpstream = (options: HttpUpstreamOptions): Upstream => {
  const base = baseOf(options.url)
  const limits = options.limits ?? defaultLimits
  const deadlineMs = options.deadlineMs ?? 120_000
  const pauseMs = options.pauseMs ?? 20_000
  let opened: Promise<Dispatcher> | null = null

  const ask = async (
    question: Question,
    signal: AbortSignal,
  ): Promise<{ readonly bytes: Buffer; readonly wire: number }> => {
    const deadline = AbortSignal.timeout(deadlineMs)
    try {
      const url = new URL(question.path, base)
      for (const [name, value] of Object.entries(question.query ?? {})) url.searchParams.set(name, value)
      const { request } = await import('undici')
      opened ??= dispatcherOf(base, options.proxy ?? null, pauseMs)
      const answer = await request(url, {
        method: question.method,
        dispatcher: await opened,
        signal: AbortSignal.any([signal, deadline]),
        headers: {
          accept: question.type,
          'accept-encoding': 'zstd, gzip',
          ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }),
          ...(question.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: question.body ?? null,
      })
      const header = (name: string): string | undefined => {
        const value = answer.headers[name]
        return Array.isArray(value) ? value[0] : value
      }
      if (answer.statusCode < 200 || answer.statusCode > 299) {
        const body = await collect(answer.body, 65_536)
        const failure = Failure.safeParse(parsed(body.toString('utf8')))
        throw statusError({ status: answer.statusCode, header, code: failure.success ? failure.data.code : null })
      }
      const type = (header('content-type') ?? '').split(';')[0]?.trim() ?? ''
      if (type !== question.type) {
        await answer.body.dump({ limit: 65_536 })
        throw new UpstreamError('notHeadOffice', { type })
      }
      const packed = await collect(answer.body, limits.packedBytes)
      return { bytes: await unpack(packed, header('content-encoding') ?? '', limits.bytes), wire: packed.length }
    } catch (error) {
      throw toUpstreamError(error, signal, deadline)
    }
  }
  const askJson = async <T>(
    schema: z.ZodType<T>,
    question: Omit<Question, 'type'>,
    signal: AbortSignal,
  ): Promise<T> => {
    const { bytes } = await ask({ ...question, type: 'application/json' }, signal)
    const answer = schema.safeParse(parsed(bytes.toString('utf8')))
    if (!answer.success) throw new UpstreamError('notHeadOffice', {}, { cause: answer.error })
    return answer.data
  }
  return {
    status: signal => askJson(HeadOfficeStatus, { method: 'GET', path: 'v1/status' }, signal),
    async changes({ stream, tier, after, limit }, signal) {
      const query = { after, limit: String(limit), ...(tier === null ? {} : { tier: String(tier) }) }
      const path = `v1/changes/${stream}`
      const { bytes, wire } = await ask({ method: 'GET', path, query, type: 'application/x-ndjson' }, signal)
      return toPage(bytes, wire)
    },
    async push(entries, signal) {
      const body = JSON.stringify({ sentAt: options.now(), entries })
      return (await askJson(OutboxReply, { method: 'POST', path: 'v1/outbox', body }, signal)).answers
    },
    enrol: body =>
      askJson(
        Enrolment,
        { method: 'POST', path: 'v1/enrol', body: JSON.stringify(body) },
        AbortSignal.timeout(deadlineMs),
      ),
    share: (share, report, signal) => {
      const body = JSON.stringify({ ...share, pdf: Buffer.from(ClientPdf.bytesOf(report)).toString('base64') })
      return askJson(SharedLink, { method: 'POST', path: 'v1/shares', body }, signal)
    },
    async withdrawShare(id, signal) {
      const path = `v1/shares/${encodeURIComponent(id)}/withdraw`
      await askJson(z.object({ withdrawn: z.literal(true) }), { method: 'POST', path, body: '{}' }, signal)
    },
    devices: async signal =>
      (await askJson(z.object({ devices: z.array(EnrolledDevice) }), { method: 'GET', path: 'v1/devices' }, signal))
        .devices,
    async revokeDevice(id, signal) {
      const path = `v1/devices/${encodeURIComponent(id)}/revoke`
      await askJson(z.object({ revoked: z.string() }), { method: 'POST', path, body: '{}' }, signal)
    },
    close: async () => (await opened)?.close(),
  }
}
