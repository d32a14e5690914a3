export interface ImportRecord {
  readonly id: string
  readonly at: string
  readonly undoneAt: string | null
  readonly body: unknown
}

/** One row that an import wrote: `before` as JSON, null when it is new; `after` names what was written. */
export interface ImportedRecord {
  readonly stream: string
  readonly key: string
  readonly before: string | null
  readonly after: string
}

export interface FileTables {
  readonly imports: {
    /** Newest first. */
    all(limit: number): ImportRecord[]
    byId(id: string): ImportRecord | null
    /** Last written first. */
    rows(id: string): ImportedRecord[]
  }
  readonly exports: { all(limit: number): readonly { readonly at: string; readonly body: unknown }[] }
}

export interface FileWriter extends FileTables {
  readonly imports: FileTables['imports'] & {
    put(record: Omit<ImportRecord, 'undoneAt'>): void
    addRow(importId: string, number: number, row: ImportedRecord): void
    markUndone(id: string, at: string): void
  }
  readonly exports: FileTables['exports'] & { add(at: string, body: unknown): void }
}
