export type BatchState = 'running' | 'paused' | 'cancelled' | 'done'
export type BatchItemState = 'waiting' | 'made' | 'failed'

export interface BatchRecord {
  readonly id: string
  /** UTC instant of its start. */
  readonly at: string
  readonly state: BatchState
  readonly body: unknown
}

export interface BatchItemRecord {
  readonly number: number
  /** Client id or fund code. */
  readonly subject: string
  readonly clientId: string | null
  readonly state: BatchItemState
  readonly reportId: string | null
  /** JSON of code, message and hint. */
  readonly fault: string | null
}

export type BatchCounts = Readonly<Record<BatchItemState, number>>

export interface BatchTables {
  readonly batches: {
    /** Newest first. */
    all(limit: number): BatchRecord[]
    byId(id: string): BatchRecord | null
    /** Oldest one that is to go on. */
    running(): BatchRecord | null
    items(id: string): BatchItemRecord[]
    /** Waiting items in their order. */
    waiting(id: string, limit: number): BatchItemRecord[]
    counts(id: string): BatchCounts
  }
}

export interface BatchWriter extends BatchTables {
  readonly batches: BatchTables['batches'] & {
    put(record: BatchRecord): void
    putItem(batchId: string, item: BatchItemRecord): void
    /** Failed items wait again; how many did. */
    retry(batchId: string): number
    /** Forgets all but the newest ended ones; the reports stay. */
    keepNewest(count: number): void
  }
}
