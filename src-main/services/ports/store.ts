import type { BatchTables, BatchWriter } from './batch-tables.ts'
import type { BookReader, BookWriter } from './book-tables.ts'
import type { DeliveryTables, DeliveryWriter } from './delivery-tables.ts'
import type { FileTables, FileWriter } from './file-tables.ts'
import type { MarketReader, MarketWriter } from './market-tables.ts'
import type { SuitabilityTables, SuitabilityWriter } from './suitability-tables.ts'
import type { SyncTables, SyncWriter } from './sync-tables.ts'
import type { WorkTables, WorkWriter } from './work-tables.ts'

export interface ReadTx
  extends BookReader, MarketReader, WorkTables, FileTables, SuitabilityTables, BatchTables, DeliveryTables {
  readonly sync: SyncTables
}

export interface WriteTx
  extends BookWriter, MarketWriter, WorkWriter, FileWriter, SuitabilityWriter, BatchWriter, DeliveryWriter {
  readonly sync: SyncWriter
}

export interface StoreSize {
  readonly bytes: number
  readonly walBytes: number
}

/** Names of the tables that a committed write touched. */
export type ChangedTables = ReadonlySet<string>

export interface Store {
  /** One snapshot. The work must not be asynchronous: a promise would outlive the transaction. */
  read<T>(work: (tx: ReadTx) => T): T
  /** One transaction: all of it or nothing. `page` may be lost with the power and is pulled again, `advisor` may not. */
  write<T>(work: (tx: WriteTx) => T, durability?: 'advisor' | 'page'): T
  onChanged(listener: (tables: ChangedTables) => void): () => void
  /** Empty when the database is whole. */
  integrity(): readonly string[]
  size(): StoreSize
  /**
   * From now on the log is moved into the database beside the thread that writes: for work that writes much. The answer ends it and
   * must be awaited before the store is closed.
   */
  keepLogShort(): () => Promise<void>
  /** Moves the write-ahead log into the database and empties it, so that erased rows leave the disk. */
  compactLog(): void
  /** A copy of the encrypted file at one moment; the target must not exist. */
  copyTo(path: string): void
  close(): void
}
