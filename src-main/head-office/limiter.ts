/** Slows down guessing: after `free` misses from one source each further miss doubles the wait. */
export interface Limiter {
  /** Seconds to wait, 0 when free to try. */
  readonly wait: (source: string, now: number) => number
  readonly count: (source: string, now: number) => void
  readonly clear: (source: string) => void
}

export const makeLimiter = (free: number, longest = 900): Limiter => {
  const misses = new Map<string, { n: number; until: number }>()
  return {
    wait: (source, now) => Math.max(0, Math.ceil(((misses.get(source)?.until ?? 0) - now) / 1000)),
    count: (source, now) => {
      const n = (misses.get(source)?.n ?? 0) + 1
      const seconds = n < free ? 0 : Math.min(longest, 2 ** (n - free) * 5)
      misses.set(source, { n, until: now + seconds * 1000 })
      // Old sources are forgotten so that the table stays small
      if (misses.size > 10_000) for (const [key, m] of misses) if (m.until < now) misses.delete(key)
    },
    clear: source => {
      misses.delete(source)
    },
  }
}
