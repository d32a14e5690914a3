const firstMs = 500
const longestMs = 60_000

/**
 * Milliseconds to wait before attempt `attempt` (1 = the first repetition): doubles up to a minute, with half of it left to chance
 * so that many desks do not return in the same moment. What the server asked for is the least, up to five minutes.
 * `random` in [0, 1).
 */
export const backoffMs = (attempt: number, random: number, retryAfterMs: number | null = null): number => {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempt - 1))
  const jittered = full / 2 + (full / 2) * random
  return Math.round(Math.max(jittered, Math.min(retryAfterMs ?? 0, 5 * longestMs)))
}
