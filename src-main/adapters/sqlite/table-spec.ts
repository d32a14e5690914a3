export type ColumnKind = 'text' | 'integer' | 'real' | 'boolean' | 'json'

/** How a row of a stream lies in its table: column names are field names, in this order. */
export interface TableSpec<Row> {
  readonly name: string
  /** Fields of the stream's key, joined by `|` there. */
  readonly key: readonly (keyof Row & string)[]
  readonly columns: { readonly [K in keyof Row & string]: ColumnKind }
  readonly orderBy: string
}

export const quoted = (name: string): string => `"${name}"`

/** Rows that one statement takes; more gain nothing. */
export const rowsTogether = 24

/** Statements of one table; `seq` orders what head office sent, rows made here carry 0 until it echoes them. */
export const statementsOf = <Row>(spec: TableSpec<Row>) => {
  const columns = Object.keys(spec.columns)
  const list = columns.map(quoted).join(', ')
  const marks = columns.map(() => '?').join(', ')
  const sets = columns.map(c => `${quoted(c)} = excluded.${quoted(c)}`).join(', ')
  const target = spec.key.map(quoted).join(', ')
  const byKey = spec.key.map(k => `${quoted(k)} = ?`).join(' AND ')
  const pulled = (rows: number): string =>
    `INSERT INTO ${spec.name} (${list}, seq) VALUES ${Array.from({ length: rows }, () => `(${marks}, ?)`).join(', ')} ON CONFLICT (${target}) DO UPDATE SET ${sets}, seq = excluded.seq WHERE excluded.seq >= seq`
  return {
    putPulled: pulled(1),
    putManyPulled: pulled(rowsTogether),
    putLocal: `INSERT INTO ${spec.name} (${list}, seq) VALUES (${marks}, 0) ON CONFLICT (${target}) DO UPDATE SET ${sets}`,
    remove: `DELETE FROM ${spec.name} WHERE ${byKey}`,
    removePulled: `DELETE FROM ${spec.name} WHERE ${byKey} AND seq <= ?`,
    byKey: `SELECT ${list} FROM ${spec.name} WHERE ${byKey}`,
    select: `SELECT ${list} FROM ${spec.name}`,
    count: `SELECT count(*) FROM ${spec.name}`,
  }
}
