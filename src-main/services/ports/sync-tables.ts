import type { CheckedChange } from '../../model/checked-change.ts'
import type { OutboxAnswer, OutboxEntry } from '../../model/outbox-entry.ts'
import type { StreamName } from '../../model/stream.ts'

/** How far one stream (of one tier; null for reference streams) has come. */
export interface SyncCursor {
  readonly stream: StreamName
  readonly tier: number | null
  /** Empty before the first page. */
  readonly cursor: string
  readonly lastSeq: number
  readonly rows: number
  /** UTC instant of the last page that said that nothing more waits. */
  readonly completedAt: string | null
}

export interface SyncReject {
  readonly stream: StreamName
  readonly key: string
  readonly seq: number
  readonly reason: string
  /** The row as it came, JSON. */
  readonly row: string
  readonly at: string
}

export interface OutboxItem {
  readonly entry: OutboxEntry
  readonly state: 'waiting' | 'applied' | 'duplicate' | 'rejected'
  readonly reason: string | null
  readonly answeredAt: string | null
}

/** A field that both sides changed: both values stay, the advisor can take his own back. */
export interface Conflict {
  readonly id: number
  readonly entryId: string
  readonly stream: StreamName
  readonly key: string
  readonly clientId: string | null
  readonly field: string
  /** JSON. */
  readonly winner: string
  readonly loser: string
  readonly at: string
  readonly resolution: 'open' | 'kept' | 'undone'
}

export interface SyncTables {
  cursors(): SyncCursor[]
  epoch(): string | null
  rejects(limit?: number): SyncReject[]
  rejectCount(): number
  /** Oldest first. */
  waiting(limit?: number): OutboxEntry[]
  outbox(limit?: number): OutboxItem[]
  outboxCounts(): { readonly waiting: number; readonly applied: number; readonly rejected: number }
  conflicts(): Conflict[]
  /** Clients of each tier that has any. */
  tierCounts(): { readonly tier: number; readonly clients: number }[]
  rowCounts(): { readonly stream: StreamName; readonly tier: number | null; readonly rows: number }[]
}

export interface PageToApply {
  readonly stream: StreamName
  readonly tier: number | null
  /** Read once, one after the other; what it throws undoes the page. */
  readonly changes: Iterable<CheckedChange>
  readonly cursor: string
  readonly more: boolean
  readonly at: string
}

export interface PageResult {
  /** Number of the last change read; 0 for an empty page. */
  readonly lastSeq: number
  readonly puts: number
  readonly deletes: number
  readonly rejects: number
}

export interface SyncWriter extends SyncTables {
  applyPage(page: PageToApply): PageResult
  /** Forgets all cursors; rows that the next full pull does not bring again are erased at its end. */
  startOver(epoch: string): void
  setEpoch(epoch: string): void
  enqueue(entry: OutboxEntry): void
  /** Takes back what was not pushed yet; false when it has gone already. */
  withdraw(id: string): boolean
  answer(answers: readonly OutboxAnswer[], at: string): void
  resolveConflict(id: number, resolution: Conflict['resolution']): void
}
