/** An answer other than success: the status, a closed code, a sentence for people. */
export class Failure extends Error {
  readonly status: number
  readonly code: FailureCode
  readonly retryAfter: number | null
  constructor(status: number, code: FailureCode, message: string, retryAfter: number | null = null) {
    super(message)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}

export type FailureCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'CODE_INVALID'
  | 'CURSOR_INVALID'
  | 'EPOCH_CHANGED'
  | 'NO_CONSENT'
  | 'INTERNAL'
