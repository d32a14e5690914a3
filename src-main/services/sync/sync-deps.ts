import type { StreamName } from '../../model/stream.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { Upstream } from '../ports/upstream.ts'

export interface SyncDeps {
  readonly store: Store
  readonly upstream: Upstream
  readonly clock: Clock
  readonly chance: Pick<Chance, 'random'>
  /** Milliseconds to rest before the next page, see `GiveWay`; without it none. */
  readonly rest?: (() => number) | undefined
}

export interface SyncLimits {
  /** Change lines of one page, which is one transaction. */
  readonly pageRows: number
  /** Attempts of one request before the sync stops. */
  readonly attempts: number
  readonly outboxBatch: number
  /** Streams whose first page is asked for ahead of time. */
  readonly lookAhead: number
  /** The same where only what is new since a cursor is asked for, which is mostly little. */
  readonly lookFarAhead: number
}

/** Rows of kilobytes come in smaller pages, so that a page stays under some 3 MB. */
const heavyStreams: Readonly<Partial<Record<StreamName, number>>> = {
  funds: 1000,
  fundHoldings: 1000,
  navs: 2000,
  benchmarks: 500,
}

export const pageRowsOf = (limits: SyncLimits, stream: StreamName): number =>
  Math.min(limits.pageRows, heavyStreams[stream] ?? limits.pageRows)

/** 4,000 rows keep the engine busy for some 40 ms, short enough for a screen's query to wait behind. */
export const defaultSyncLimits: SyncLimits = {
  pageRows: 4000,
  attempts: 5,
  outboxBatch: 200,
  lookAhead: 4,
  lookFarAhead: 12,
}
