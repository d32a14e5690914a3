import type { RawDb, Statement, Value } from './database.ts'
import { statementsOf, type TableSpec } from './table-spec.ts'

export interface PulledRow<Row> {
  readonly row: Row
  readonly seq: number
}

/** One table of one connection with its statements, prepared at first use. */
export interface Table<Row> {
  readonly name: string
  put(row: Row): void
  putPulled(row: Row, seq: number): void
  /** The same for exactly `rowsTogether` rows: all of them are written, or none and it throws. */
  putManyPulled(rows: readonly PulledRow<Row>[]): void
  remove(key: string): boolean
  removePulled(key: string, seq: number): boolean
  byKey(key: string): Row | null
  all(): Row[]
  count(): number
  /** Rows for the rest of a SELECT: `WHERE …`, `ORDER BY …`. */
  where(rest: string, ...values: readonly Value[]): Row[]
}

export type Prepare = (sql: string) => Statement

export interface StatementCache {
  readonly prepare: Prepare
  /** Tables written since the last call. */
  takeTouched(): ReadonlySet<string>
}

const writing = /^\s*(?:INSERT (?:OR REPLACE )?INTO|UPDATE|DELETE FROM) (\w+)/

/** Statements by text, each prepared once; asking for a writing one marks its table as touched. */
export const statementCache = (db: RawDb): StatementCache => {
  const known = new Map<string, { readonly statement: Statement; readonly writes: string | null }>()
  let touched = new Set<string>()
  return {
    prepare(sql) {
      let found = known.get(sql)
      if (found === undefined) {
        found = { statement: db.prepare<unknown[], unknown>(sql), writes: writing.exec(sql)?.[1] ?? null }
        known.set(sql, found)
      }
      if (found.writes !== null) touched.add(found.writes)
      return found.statement
    },
    takeTouched() {
      const taken = touched
      touched = new Set()
      return taken
    },
  }
}

/** The parts of a key; only the last part may hold the separator itself (a tag's name). */
export const keyParts = (key: string, count: number): string[] => {
  const parts: string[] = []
  let rest = key
  while (parts.length < count - 1) {
    const at = rest.indexOf('|')
    if (at < 0) break
    parts.push(rest.slice(0, at))
    rest = rest.slice(at + 1)
  }
  return [...parts, rest]
}

export const bindTable = <Row extends object>(prepare: Prepare, spec: TableSpec<Row>): Table<Row> => {
  const sql = statementsOf(spec)
  const fields = Object.keys(spec.columns) as (keyof Row & string)[]
  const kinds = fields.map(field => spec.columns[field])
  const special = fields.filter(field => spec.columns[field] === 'json' || spec.columns[field] === 'boolean')
  const width = spec.key.length
  const values: Value[] = [...fields.map(() => null), 0]

  const many: Value[] = []

  const fill = (row: Row, into: Value[] = values, start = 0): void => {
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i]
      if (field === undefined) continue
      const value: unknown = row[field]
      const kind = kinds[i]
      if (kind === 'boolean') into[start + i] = value === true ? 1 : 0
      else if (kind === 'json') into[start + i] = JSON.stringify(value ?? null)
      else into[start + i] = value as Value
    }
  }
  // the one place where a record of our own file becomes a typed row: its columns were written from such a row
  const toRow = (record: unknown): Row => {
    const row = record as Record<string, unknown>
    for (const field of special) {
      const value = row[field]
      row[field] = spec.columns[field] === 'boolean' ? value === 1 : value === null ? null : JSON.parse(String(value))
    }
    return row as Row
  }
  const parts = (key: string): string[] => {
    const found = keyParts(key, width)
    while (found.length < width) found.push('')
    return found
  }
  return {
    name: spec.name,
    put(row) {
      fill(row)
      prepare(sql.putLocal).run(values.slice(0, fields.length))
    },
    putPulled(row, seq) {
      fill(row)
      values[fields.length] = seq
      prepare(sql.putPulled).run(values)
    },
    putManyPulled(rows) {
      let at = 0
      for (const { row, seq } of rows) {
        fill(row, many, at)
        at += fields.length + 1
        many[at - 1] = seq
      }
      prepare(sql.putManyPulled).run(many)
    },
    remove: key => prepare(sql.remove).run(parts(key)).changes > 0,
    removePulled: (key, seq) => prepare(sql.removePulled).run([...parts(key), seq]).changes > 0,
    byKey(key) {
      const record = prepare(sql.byKey).get(parts(key))
      return record === undefined ? null : toRow(record)
    },
    all: () => prepare(`${sql.select} ORDER BY ${spec.orderBy}`).all().map(toRow),
    count: () => Number(prepare(sql.count).pluck().get()),
    where: (rest, ...args) => prepare(`${sql.select} ${rest}`).all(args).map(toRow),
  }
}
