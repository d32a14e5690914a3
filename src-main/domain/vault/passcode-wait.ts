const freeAttempts = 3
const firstWaitSeconds = 5
const longestWaitSeconds = 900

/**
 * Seconds to wait before the next attempt: three are free, then 5 s, doubling up to 15 minutes.
 * `secondsSinceLast` is the time since the last wrong one; a clock that was set back counts as no time at all,
 * so the wait is never longer than the step itself.
 */
export const passcodeWait = (failures: number, secondsSinceLast: number): number => {
  if (failures < freeAttempts) return 0
  const step = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(20, failures - freeAttempts))
  return Math.ceil(Math.max(0, step - Math.max(0, secondsSinceLast)))
}
