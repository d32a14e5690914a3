import { backoffMs } from '../../domain/sync/backoff.ts'
import { UpstreamError, type UpstreamErrorCode } from '../ports/upstream.ts'
import type { SyncDeps } from './sync-deps.ts'

const worthRepeating = new Set<UpstreamErrorCode>([
  'unreachable',
  'timedOut',
  'busy',
  'serverFailed',
  'pageTruncated',
  'pageDamaged',
  'pageOutOfOrder',
])

/** Repeats a request with growing pauses; `attempt` starts at 1. */
export const withRetries = async <T>(
  { clock, chance }: Pick<SyncDeps, 'clock' | 'chance'>,
  attempts: number,
  signal: AbortSignal,
  work: (attempt: number) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt)
    } catch (error) {
      const mayRepeat = error instanceof UpstreamError && worthRepeating.has(error.code) && attempt < attempts
      if (!mayRepeat) throw error
      try {
        await clock.wait(backoffMs(attempt, chance.random(), error.retryAfterMs), signal)
      } catch {
        throw new UpstreamError('cancelled')
      }
    }
  }
}
