import type { Clock } from '../ports/clock.ts'

export interface IdleLockParts {
  readonly clock: Pick<Clock, 'monotonic' | 'wait'>
  /** Minutes without a key or a movement until the book is locked; 0 never. Asked again while it waits: a setting may change. */
  readonly minutes: () => number
  readonly lock: () => Promise<unknown>
  readonly log: (fault: unknown) => void
}

const minute = 60_000
/** A change of the setting counts from here on at the latest. */
const look = minute / 2

/** Locks the book when nobody was at any window for long enough. A window that hangs tells nothing, and so locks too. */
export class IdleLock {
  readonly #parts: IdleLockParts
  #last = 0

  constructor(parts: IdleLockParts) {
    this.#parts = parts
  }

  /** Somebody is at a window. */
  active(): void {
    this.#last = this.#parts.clock.monotonic()
  }

  /** Until it has locked, or the signal says that somebody else did. */
  async watch(signal: AbortSignal): Promise<void> {
    const { clock, minutes, lock, log } = this.#parts
    this.active()
    while (!signal.aborted) {
      const limit = minutes() * minute
      const left = this.#last + limit - clock.monotonic()
      if (limit > 0 && left <= 0) {
        await lock().catch(log)
        return
      }
      try {
        await clock.wait(limit === 0 ? look : Math.min(left, look), signal)
      } catch {
        return
      }
    }
  }
}
