import type { SyncDeps, SyncLimits } from './sync-deps.ts'
import { withRetries } from './with-retries.ts'

/**
 * Sends what waits, oldest first. An entry leaves the queue only when head office answered for it; sending it twice is harmless,
 * because head office knows its id.
 */
export const pushOutbox = async (deps: SyncDeps, limits: SyncLimits, signal: AbortSignal): Promise<number> => {
  let pushed = 0
  for (;;) {
    const entries = deps.store.read(tx => tx.sync.waiting(limits.outboxBatch))
    if (entries.length === 0) return pushed
    const answers = await withRetries(deps, limits.attempts, signal, () => deps.upstream.push(entries, signal))
    const asked = new Set<string>(entries.map(entry => entry.id))
    const known = answers.filter(answer => asked.has(answer.id))
    if (known.length === 0) return pushed
    deps.store.write(tx => tx.sync.answer(known, deps.clock.now()))
    pushed += known.length
  }
}
