import type { IsoTime } from '../../model/units.ts'

export interface Clock {
  now(): IsoTime
  /** Milliseconds that only grow; for measuring. */
  monotonic(): number
  /** Rejects with the signal's reason when it is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** A number in [0, 1) and an id that nobody else makes. */
export interface Chance {
  random(): number
  id(): string
}
