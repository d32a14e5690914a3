import { UpstreamError } from '../../services/ports/upstream.ts'

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? '' : codeOf(error.cause)
}

const timeouts = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'])
const brokenOff = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'])
const notHttp = /^(?:HPE_|UND_ERR_(?:INFO|INVALID|HEADERS_OVERFLOW|RES_EXCEEDED))/

/** Whatever the network or the client library threw, as one of our closed codes. */
export const toUpstreamError = (error: unknown, signal: AbortSignal, deadline: AbortSignal): UpstreamError => {
  if (error instanceof UpstreamError) return error
  if (signal.aborted) return new UpstreamError('cancelled', {}, { cause: error })
  if (deadline.aborted) return new UpstreamError('timedOut', {}, { cause: error })
  const code = codeOf(error)
  if (timeouts.has(code)) return new UpstreamError('timedOut', { code }, { cause: error })
  if (brokenOff.has(code)) return new UpstreamError('pageTruncated', { code }, { cause: error })
  if (notHttp.test(code) || (error instanceof Error && error.name === 'HTTPParserError'))
    return new UpstreamError('notHeadOffice', { code }, { cause: error })
  return new UpstreamError('unreachable', code === '' ? {} : { code }, { cause: error })
}

/** Seconds or an HTTP date; the date is read against the server's own clock, ours may be wrong. */
const retryAfterMs = (header: string | undefined, serverDate: string | undefined): number | null => {
  if (header === undefined) return null
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const wait = Date.parse(header) - Date.parse(serverDate ?? '')
  return Number.isFinite(wait) && wait > 0 ? wait : null
}

export interface AnswerHead {
  readonly status: number
  readonly header: (name: string) => string | undefined
  /** Head office's own code of the failure, when its body could be read. */
  readonly code: string | null
}

/** Null for a good answer. */
export const statusError = ({ status, header, code }: AnswerHead): UpstreamError | null => {
  if (status >= 200 && status < 300) return null
  const details = code === null ? { status } : { status, code }
  if (status === 401 || status === 403) return new UpstreamError('unauthorized', details)
  if (status === 409 || status === 410 || code === 'CURSOR_INVALID') return new UpstreamError('cursorUnknown', details)
  if (status === 408 || status === 425) return new UpstreamError('timedOut', details)
  if (status === 429 || status === 503)
    return new UpstreamError('busy', details, { retryAfterMs: retryAfterMs(header('retry-after'), header('date')) })
  if (status >= 500) return new UpstreamError('serverFailed', details)
  if (status >= 400) return new UpstreamError('refused', details)
  return new UpstreamError('notHeadOffice', details)
}
