import type { ClosingLine } from '../../model/change.ts'
import type { PageRequest, UpstreamErrorCode } from '../../services/ports/upstream.ts'
import type { HttpUpstreamOptions } from './http-upstream.ts'

/** What the thread is started with; the clock cannot travel and is not needed for pages. */
export type PageThreadOptions = Omit<HttpUpstreamOptions, 'now'>

export type ToPageThread =
  | { readonly kind: 'fetch'; readonly id: number; readonly request: PageRequest }
  | { readonly kind: 'stop'; readonly id: number }

export type FromPageThread =
  | {
      readonly kind: 'page'
      readonly id: number
      /** Everything before the closing line, verified. */
      readonly body: Uint8Array<ArrayBuffer>
      readonly closing: ClosingLine
      readonly bytes: number
    }
  | {
      readonly kind: 'failed'
      readonly id: number
      readonly code: UpstreamErrorCode
      readonly details: Readonly<Record<string, string | number>>
      readonly retryAfterMs: number | null
      readonly cause: string
    }
