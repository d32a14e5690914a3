const WINDOW_MS = 60_000
const MOST = 3

/** True while a process may be started again: at most three times within a minute. */
export const restartLimit = (now: () => number): (() => boolean) => {
  let starts: readonly number[] = []
  return () => {
    const recent = starts.filter(at => now() - at < WINDOW_MS)
    starts = [...recent, now()]
    return recent.length < MOST
  }
}
