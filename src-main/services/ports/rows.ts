/** Reading one table by key; keys are those of model/stream.ts. */
export interface RowReader<Row> {
  byKey(key: string): Row | null
  all(): Row[]
  count(): number
}

/** Rows that belong to one client, in the table's natural order. */
export interface ClientRowReader<Row> extends RowReader<Row> {
  ofClient(clientId: string): Row[]
}

export interface RowWriter<Row> {
  /** Writes what the advisor made here; a later row from head office replaces it. */
  put(row: Row): void
  remove(key: string): boolean
}
