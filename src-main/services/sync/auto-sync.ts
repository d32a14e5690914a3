import { nextSyncMs } from '../../domain/sync/next-sync.ts'
import type { Chance, Clock } from '../ports/clock.ts'

export interface AutoSyncParts {
  readonly clock: Pick<Clock, 'wait'>
  readonly chance: Pick<Chance, 'random'>
  /** Runs one sync, or joins a running one; false when it is to be tried again soon. */
  readonly run: () => Promise<boolean>
  /** Milliseconds until the next one by itself. */
  readonly planned: (ms: number) => void
}

const settleMs = 3000

/** Syncs soon after the book was opened, or later when one has just failed, then on schedule, until it is aborted. */
export const autoSync = async (
  { clock, chance, run, planned }: AutoSyncParts,
  signal: AbortSignal,
  failed = 0,
): Promise<void> => {
  let failures = failed
  // desks whose network comes back together do not ask together
  let pause = failed === 0 ? settleMs * (0.5 + chance.random()) : nextSyncMs(failed, chance.random())
  while (!signal.aborted) {
    planned(pause)
    try {
      await clock.wait(pause, signal)
    } catch {
      return
    }
    // the runner reports every outcome itself; here a fault only means to try again sooner
    const isDone = await run().catch(() => false)
    if (signal.aborted) return
    failures = isDone ? 0 : failures + 1
    pause = nextSyncMs(failures, chance.random())
  }
}
