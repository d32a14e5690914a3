import type { StreamName } from '../../model/stream.ts'

/** A row that waits to be written. */
export interface StagedRow {
  readonly stream: StreamName
  readonly key: string
  readonly row: unknown
}

/**
 * What was read from files and not yet written: on the disk, so that an import of any size needs little memory, and under a key that
 * exists in this process only, so that it is noise for whoever finds it after a crash.
 */
export interface ImportStage {
  /** True for a line of a table that did not come before. */
  isNew(table: number, line: string): boolean
  /** Puts rows of a table, one after the other; one that is here from the same table is joined, else replaced. */
  put(table: number, rows: readonly StagedRow[], joined: (before: StagedRow, row: StagedRow) => StagedRow): void
  row(stream: StreamName, key: string): unknown
  count(): number
  /** In the order of writing: streams as they were named, rows as they came; some at a time. */
  parts(size: number): Iterable<readonly StagedRow[]>
  /** Erases it. */
  close(): void
}

/** `order` is the order of the streams. */
export type OpenImportStage = (order: readonly StreamName[]) => ImportStage
