import type { CheckedChange } from '../../model/checked-change.ts'
import { chunkKey, type IndexChunk, type NavChunk } from '../../model/nav-chunk.ts'
import type { StreamName } from '../../model/stream.ts'
import { isSqliteError } from './database.ts'
import { eraseClient } from './erase-client.ts'
import type { SeriesTable } from './series-table.ts'
import { chunkFault } from './series-blob.ts'
import { rowsTogether } from './table-spec.ts'
import type { PulledRow, Prepare, Table } from './table.ts'
import type { Tables } from './tables.ts'

export type Put = Extract<CheckedChange, { readonly kind: 'put' }>

/** Where the changes of one page go. */
export interface PageTarget {
  put(change: Put): void
  remove(key: string, seq: number): void
  /** Writes what is still held back; called before the transaction ends. */
  finish(): void
}

/** Hears of a row that was put but cannot be kept. */
export type Refused = (change: Put, reason: string) => void

/** A row that the table refuses is put aside like one that the schema refuses; it must not stop the page. */
const refusal = (work: () => void): string | null => {
  try {
    work()
    return null
  } catch (error) {
    if (isSqliteError(error) && /^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG)/.test(error.code)) return error.code
    throw error
  }
}

/** Rows are gathered and written together; a row that a table refuses takes the others of its statement with it, so they go one by one. */
const rowTarget = (table: Table<unknown>, refused: Refused, remove: (key: string, seq: number) => void): PageTarget => {
  let held: (Put & PulledRow<unknown>)[] = []
  const writeEach = (): void => {
    for (const change of held) {
      const reason = refusal(() => table.putPulled(change.row, change.seq))
      if (reason !== null) refused(change, reason)
    }
    held = []
  }
  return {
    put(change) {
      held.push(change)
      if (held.length < rowsTogether) return
      if (refusal(() => table.putManyPulled(held)) === null) held = []
      else writeEach()
    },
    remove(key, seq) {
      writeEach()
      remove(key, seq)
    },
    finish: writeEach,
  }
}

const seriesTarget = (table: SeriesTable, refused: Refused): PageTarget => ({
  put(change) {
    const row = change.row as NavChunk | IndexChunk
    const [values, name] = 'navs' in row ? [row.navs, ''] : [row.levels, row.name]
    const chunk = { year: row.year, quarter: 'quarter' in row ? row.quarter : undefined, days: row.days, values }
    const fault = chunkFault(chunk)
    if (fault === null) table.splice(row.code, name, chunk, change.seq)
    else refused(change, fault)
  },
  remove(key, seq) {
    const named = chunkKey(key)
    if (named !== null) table.splice(named.code, '', { ...named, days: [], values: [] }, seq)
  },
  finish: () => table.flush(),
})

/** The rows were validated against the schema of the stream before they come here. */
export const pageTarget = (tables: Tables, stream: StreamName, prepare: Prepare, refused: Refused): PageTarget => {
  if (stream === 'navs' || stream === 'benchmarks') return seriesTarget(tables[stream], refused)
  const table = tables[stream] as unknown as Table<unknown>
  return rowTarget(table, refused, (key, seq) => {
    if (table.removePulled(key, seq) && stream === 'clients') eraseClient(prepare, key)
  })
}
