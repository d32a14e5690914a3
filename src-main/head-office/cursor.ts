import { createHmac, timingSafeEqual } from 'node:crypto'
import { Failure } from './failure.ts'

/** What a cursor is good for: one book, one stream, one tier, one life of the database. */
export interface CursorScope {
  readonly epoch: string
  readonly book: string
  readonly stream: string
  readonly tier: number | null
}

const sign = (secret: string, scope: CursorScope, seq: number): Buffer =>
  createHmac('sha256', secret)
    .update(JSON.stringify([scope.epoch, scope.book, scope.stream, scope.tier, seq]))
    .digest()
    .subarray(0, 12)

export const writeCursor = (secret: string, scope: CursorScope, seq: number): string => {
  const epoch = scope.epoch.slice(0, 8)
  return Buffer.from(`1.${epoch}.${seq}.${sign(secret, scope, seq).toString('base64url')}`).toString('base64url')
}

/** The position of a cursor made for this scope; a database that was restored answers 409 so that the reader starts again. */
export const readCursor = (secret: string, scope: CursorScope, text: string, head: number): number => {
  const parts = Buffer.from(text, 'base64url').toString().split('.')
  const [version, epoch, number, mark] = parts
  const seq = Number(number)
  if (parts.length !== 4 || version !== '1' || mark === undefined || !Number.isSafeInteger(seq) || seq < 0)
    throw new Failure(400, 'CURSOR_INVALID', 'The cursor is not one of ours. Start again without `after`.')
  if (epoch !== scope.epoch.slice(0, 8))
    throw new Failure(409, 'EPOCH_CHANGED', 'Head office was restored from a backup. Start again without `after`.')
  const given = Buffer.from(mark, 'base64url')
  const right = sign(secret, scope, seq)
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw new Failure(
      400,
      'CURSOR_INVALID',
      'The cursor belongs to another book, stream or tier. Start again without `after`.',
    )
  if (seq > head)
    throw new Failure(
      409,
      'EPOCH_CHANGED',
      'The cursor is ahead of head office: it was restored from an older backup. Start again without `after`.',
    )
  return seq
}
