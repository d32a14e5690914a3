import { AppError, type AppErrorCode } from '../../model/app-error.ts'
import { UpstreamError, type UpstreamErrorCode } from '../ports/upstream.ts'

const texts: Readonly<Record<UpstreamErrorCode, readonly [AppErrorCode, string, string]>> = {
  unreachable: ['offline', 'head office cannot be reached', 'check the network; work goes on with what is here'],
  timedOut: [
    'offline',
    'head office did not answer in time',
    'the sync goes on where it stopped when the line is better',
  ],
  cancelled: ['cancelled', 'the sync was cancelled', 'start it again at any time; it goes on where it stopped'],
  unauthorized: ['deviceRevoked', 'head office does not accept this device', 'enrol the device again with a new code'],
  cursorUnknown: [
    'upstreamRestored',
    'head office was restored from a backup',
    'sync again: everything is compared anew',
  ],
  busy: ['upstreamFault', 'head office is busy', 'try again in a few minutes'],
  serverFailed: ['upstreamFault', 'head office reports a fault', 'try again; tell head office if it stays'],
  refused: ['upstreamFault', 'head office refused the request', 'tell head office; nothing was changed here'],
  pageTooLarge: ['upstreamFault', 'a page is larger than allowed', 'tell head office; the page was not applied'],
  pageTruncated: ['upstreamFault', 'a page ended too early', 'sync again; the page was not applied'],
  pageDamaged: ['upstreamFault', 'a page is damaged', 'sync again; the page was not applied'],
  pageOutOfOrder: ['upstreamFault', 'a page is not the one that was asked for', 'sync again; the page was not applied'],
  notHeadOffice: [
    'upstreamFault',
    'the answer is not from head office',
    'check the address and the proxy, or sign in to the network',
  ],
  schemaNewer: [
    'upstreamNewer',
    'head office has a newer data format',
    'install the newer program; the outbox is kept',
  ],
}

export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  if (error instanceof UpstreamError) {
    if (error.details['code'] === 'CODE_INVALID')
      return new AppError('enrolRefused', 'the code is wrong, used or expired', {
        hint: 'ask head office for a new code',
        cause: error,
      })
    const [code, message, hint] = texts[error.code]
    const where = Object.entries(error.details)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
    return new AppError(code, message, { where, hint, cause: error })
  }
  return new AppError('internal', 'an unexpected fault', { hint: 'export the diagnostics', cause: error })
}
