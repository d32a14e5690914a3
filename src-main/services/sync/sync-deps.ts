import type { Chance, Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { Upstream } from '../ports/upstream.ts'

export interface SyncDeps {
  readonly store: Store
  readonly upstream: Upstream
  readonly clock: Clock
  readonly chance: Pick<Chance, 'random'>
}

export interface SyncLimits {
  /** Change lines of one page, which is one transaction. */
  readonly pageRows: number
  /** Attempts of one request before the sync stops. */
  readonly attempts: number
  readonly outboxBatch: number
}

/** 4,000 rows keep the engine busy for some 40 ms, short enough for a screen's query to wait behind. */
export const defaultSyncLimits: SyncLimits = { pageRows: 4000, attempts: 5, outboxBatch: 200 }
