const FIRST_MINUTES = 1
const LONGEST_MINUTES = 60

/** Milliseconds until the next attempt after `attempts` (from 1) that failed for a while: 1, 2, 4 … 60 minutes. */
export const nextAttemptMs = (attempts: number): number =>
  Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** Math.max(0, attempts - 1)) * 60_000
