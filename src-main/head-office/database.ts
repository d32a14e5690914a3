/** What both PostgreSQL and PGlite can do; rows are plain objects, parameters are `$1`… */
export interface Queries {
  readonly query: <T extends object>(sql: string, params?: readonly unknown[]) => Promise<T[]>
  /** Several statements without parameters. */
  readonly script: (sql: string) => Promise<void>
  /** Rows in COPY's text format. */
  readonly copy: (table: string, text: string) => Promise<void>
}

export interface Database extends Queries {
  readonly kind: 'postgres' | 'pglite'
  readonly transaction: <T>(work: (tx: Queries) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** A value in COPY's text format. */
export const copyText = (value: string): string =>
  value.includes('\\') || value.includes('\n') || value.includes('\t') || value.includes('\r')
    ? value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')
    : value
