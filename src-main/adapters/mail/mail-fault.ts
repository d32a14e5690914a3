import type { DeliveryFault } from '../../model/delivery.ts'
import type { MailOutcome } from '../../services/ports/mailer.ts'

/** What the mail library says of a failure. */
export interface SmtpError extends Error {
  readonly code?: string | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
}

const CERTIFICATE = /certificate|self.signed|altname|wrong version number|ssl routines|tls/i
const TOO_LARGE = new Set([523, 552])
const PERMANENT = 500
const LENGTH = 300

/** A server's refusal for now is worth another attempt, one for good is not. */
const answered = (error: SmtpError, fault: DeliveryFault, detail: string): MailOutcome =>
  (error.responseCode ?? PERMANENT) >= PERMANENT
    ? { kind: 'refused', fault, detail }
    : { kind: 'later', fault: 'busy', detail }

/** The closed reason of a failure; `hasLeft` when the whole text was with the socket already. */
export const mailFault = (error: SmtpError, hasLeft: boolean): MailOutcome => {
  const detail = (error.response ?? error.message).slice(0, LENGTH)
  const hasAnswer = error.responseCode !== undefined && error.responseCode > 0
  if (hasLeft && !hasAnswer) return { kind: 'unknown', detail }
  if (TOO_LARGE.has(error.responseCode ?? 0) || /size larger than allowed/i.test(error.message))
    return { kind: 'refused', fault: 'tooLarge', detail }
  switch (error.code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return answered(error, 'wrongPassword', detail)
    case 'ETLS':
    case 'EREQUIRETLS':
      return { kind: 'refused', fault: 'tls', detail }
    case 'EENVELOPE':
      return answered(
        error,
        error.command === 'RCPT TO' ? 'recipient' : error.command === 'MAIL FROM' ? 'sender' : 'refusedByServer',
        detail,
      )
    case 'EMESSAGE':
      return answered(error, 'refusedByServer', detail)
    case 'EPROTOCOL':
      return { kind: 'later', fault: 'busy', detail }
    default:
      if (CERTIFICATE.test(error.message)) return { kind: 'refused', fault: 'tls', detail }
      return { kind: 'later', fault: hasAnswer ? 'busy' : 'offline', detail }
  }
}
