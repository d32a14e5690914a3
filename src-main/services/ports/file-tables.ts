export interface ImportRecord {
  readonly id: string
  readonly at: string
  readonly undoneAt: string | null
  /** `writing`, `undoing` and `redoing` did not come to their end yet. */
  readonly state: 'writing' | 'undoing' | 'redoing' | 'done'
  readonly body: unknown
}

/**
 * One row that an import wrote: `before` as JSON, null when it is new; `after` names what was written. Of one that is `takenBack`
 * they say the opposite, so that the same step puts it in place again; one that is `left` was changed since.
 */
export interface ImportedRecord {
  /** In the order of writing, from 0. */
  readonly number: number
  readonly stream: string
  readonly key: string
  readonly before: string | null
  readonly after: string
  readonly turn: 'stands' | 'takenBack' | 'left'
}

export interface FileTables {
  readonly imports: {
    /** Those that are done, newest first. */
    all(limit: number): ImportRecord[]
    byId(id: string): ImportRecord | null
    /** Those that did not come to their end. */
    unfinished(): ImportRecord[]
    /** Those numbered below, last written first. */
    rowsBelow(id: string, number: number, limit: number): ImportedRecord[]
    /** Those from a number on, first written first. */
    rowsFrom(id: string, number: number, limit: number): ImportedRecord[]
    /** Number of the first row that does not stand; null when all do. */
    firstTurned(id: string): number | null
    rowCount(id: string): number
  }
  readonly exports: {
    count(): number
    all(limit: number): readonly { readonly at: string; readonly body: unknown }[]
  }
}

export interface FileWriter extends FileTables {
  readonly imports: FileTables['imports'] & {
    put(record: Omit<ImportRecord, 'undoneAt'>): void
    addRow(importId: string, row: ImportedRecord): void
    setRow(importId: string, row: ImportedRecord): void
    /** Forgets the rows from a number on: they are as they were. */
    dropRows(importId: string, from: number): void
    setState(id: string, state: ImportRecord['state']): void
    /** From here on it counts as taken back. */
    markUndone(id: string, at: string): void
    erase(id: string): void
  }
  readonly exports: FileTables['exports'] & { add(at: string, body: unknown): void }
}
