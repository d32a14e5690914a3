export type ColumnKind = 'text' | 'integer' | 'real' | 'boolean' | 'json'

/** How a row of a stream lies in its table: column names are field names, in this order. */
export interface TableSpec<Row> {
  readonly name: string
  /** Fields of the stream's key, joined by `|` there. */
  readonly key: readonly (keyof Row & string)[]
  /** The primary key where it is longer, so that rows lie by client; it holds the whole key. */
  readonly cluster?: readonly (keyof Row & string)[]
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
  const cluster: readonly string[] = spec.cluster ?? spec.key
  /** A column of the primary key that is set, even to what it is, takes the row out of every index and back. */
  const meets = (key: readonly string[], extra: string, rest: string): string => {
    const sets = columns
      .filter(c => key !== cluster || !key.includes(c))
      .map(c => `${quoted(c)} = excluded.${quoted(c)}`)
    return `ON CONFLICT (${key.map(quoted).join(', ')}) DO UPDATE SET ${[...sets, ...(extra === '' ? [] : [extra])].join(', ')}${rest}`
  }
  const onConflict = (extra = '', rest = ''): string =>
    [cluster, ...(spec.cluster === undefined ? [] : [spec.key])].map(key => meets(key, extra, rest)).join(' ')
  const byKey = spec.key.map(k => `${quoted(k)} = ?`).join(' AND ')
  const pulled = (rows: number): string =>
    `INSERT INTO ${spec.name} (${list}, seq) VALUES ${Array.from({ length: rows }, () => `(${marks}, ?)`).join(', ')} ${onConflict('seq = excluded.seq', ' WHERE excluded.seq >= seq')}`
  return {
    putPulled: pulled(1),
    putManyPulled: pulled(rowsTogether),
    putLocal: `INSERT INTO ${spec.name} (${list}, seq) VALUES (${marks}, 0) ${onConflict()}`,
    remove: `DELETE FROM ${spec.name} WHERE ${byKey}`,
    removePulled: `DELETE FROM ${spec.name} WHERE ${byKey} AND seq <= ?`,
    byKey: `SELECT ${list} FROM ${spec.name} WHERE ${byKey}`,
    select: `SELECT ${list} FROM ${spec.name}`,
    count: `SELECT count(*) FROM ${spec.name}`,
  }
}
