import type { ClientPdf } from '../../model/client-pdf.ts'
import type { ClosingLine } from '../../model/change.ts'
import type { EnrolledDevice, Enrolment, HeadOfficeStatus, SharedLink } from '../../model/head-office-status.ts'
import type { OutboxAnswer, OutboxEntry } from '../../model/outbox-entry.ts'
import type { StreamName } from '../../model/stream.ts'

/** Closed reasons for which head office could not be used. */
export type UpstreamErrorCode =
  | 'unreachable'
  | 'timedOut'
  | 'cancelled'
  | 'unauthorized'
  | 'cursorUnknown'
  | 'busy'
  | 'serverFailed'
  | 'refused'
  | 'pageTooLarge'
  | 'pageTruncated'
  | 'pageDamaged'
  | 'pageOutOfOrder'
  | 'notHeadOffice'
  | 'schemaNewer'

export class UpstreamError extends Error {
  readonly code: UpstreamErrorCode
  readonly details: Readonly<Record<string, string | number>>
  /** What the server asked us to wait. */
  readonly retryAfterMs: number | null

  constructor(
    code: UpstreamErrorCode,
    details: Readonly<Record<string, string | number>> = {},
    options: { readonly cause?: unknown; readonly retryAfterMs?: number | null } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'UpstreamError'
    this.code = code
    this.details = details
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}

export interface PageRequest {
  readonly stream: StreamName
  readonly tier: number | null
  readonly after: string
  readonly limit: number
}

/** A page whose closing line was verified. */
export interface Page {
  /** The bytes of the change lines. */
  readonly body: Uint8Array
  /** The change lines without the closing one; each is decoded when it is asked for. */
  readonly lines: () => Iterable<string>
  readonly closing: ClosingLine
  /** Bytes on the wire. */
  readonly bytes: number
}

export interface ShareRequest {
  /** Made here: the same share sent twice has one link. */
  readonly id: string
  readonly clientId: string
  readonly reportId: string
  readonly title: string
  readonly expiresAt: string
  readonly accessCode: string
}

export interface Upstream {
  status(signal: AbortSignal): Promise<HeadOfficeStatus>
  changes(request: PageRequest, signal: AbortSignal): Promise<Page>
  push(entries: readonly OutboxEntry[], signal: AbortSignal): Promise<readonly OutboxAnswer[]>
  enrol(request: { readonly code: string; readonly deviceName: string; readonly publicKey: string }): Promise<Enrolment>
  /** Files a report under a link. */
  share(request: ShareRequest, report: ClientPdf, signal: AbortSignal): Promise<SharedLink>
  withdrawShare(id: string, signal: AbortSignal): Promise<void>
  /** Every device that ever opened the book of this one. */
  devices(signal: AbortSignal): Promise<readonly EnrolledDevice[]>
  revokeDevice(id: string, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}
