import type { ClientPdf } from '../../model/client-pdf.ts'
import type { DeliveryFault } from '../../model/delivery.ts'
import type { MailServer } from '../../model/mail-server.ts'

/** One message with one report. Nothing else can be attached: the type of the file is the proof that it may go out. */
export interface ReportMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** `<id@domain>`, the same for every attempt. */
  readonly messageId: string
  /** UTC instant. */
  readonly date: string
  readonly fileName: string
  readonly report: ClientPdf
}

/** What became of one attempt. */
export type MailOutcome =
  | { readonly kind: 'sent' }
  /** Nothing went out; worth another attempt later, or not without a change. */
  | { readonly kind: 'later' | 'refused'; readonly fault: DeliveryFault; readonly detail: string }
  /** The text had left when the line broke: it may have arrived. */
  | { readonly kind: 'unknown'; readonly detail: string }

/** A server, and the office's proxy on the way to it. */
export interface MailRoute {
  readonly server: MailServer
  readonly proxy: string | null
}

export interface Mailer {
  /** `mayLeave` is asked once, when the server waits for the text and before its first byte; false stops the attempt. */
  send(route: MailRoute, mail: ReportMail, mayLeave: () => boolean): Promise<MailOutcome>
  /** Connects and signs in, sends nothing. */
  check(route: MailRoute): Promise<MailOutcome>
  /** The message as a file that a mail program opens as a draft. */
  draft(from: { readonly name: string; readonly address: string } | null, mail: ReportMail): Promise<Uint8Array>
}
