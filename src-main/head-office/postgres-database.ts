import { type Client, Pool, type PoolClient, type QueryResultRow, type Submittable } from 'pg'
import type { Database, Queries } from './database.ts'

interface CopyConnection {
  readonly query: (sql: string) => void
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}

/** The client's own hook for COPY: sends the text when the server asks for it. */
const copyIn = (sql: string, text: string, done: (error: Error | null) => void): object => ({
  submit: (connection: CopyConnection) => connection.query(sql),
  handleCopyInResponse: (connection: CopyConnection) => {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += 65536) connection.sendCopyFromChunk(bytes.subarray(at, at + 65536))
    connection.endCopyFrom()
  },
  handleRowDescription: () => undefined,
  handleDataRow: () => undefined,
  handleCommandComplete: () => undefined,
  handleReadyForQuery: () => done(null),
  handleError: (error: Error) => done(error),
})

const wrap = (client: Client | PoolClient): Queries => ({
  query: async <T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> =>
    (await client.query<T & QueryResultRow>(sql, [...params])).rows,
  script: async sql => {
    await client.query(sql)
  },
  copy: (table, text) =>
    new Promise((resolve, reject) => {
      client.query(
        copyIn(`copy ${table} from stdin`, text, error => (error === null ? resolve() : reject(error))) as Submittable,
      )
    }),
})

/** A pool on a PostgreSQL server, 15 or later. */
export const openPostgres = (url: string, connections = 10): Database => {
  const pool = new Pool({ connectionString: url, max: connections })
  // An idle connection that breaks is replaced at the next query
  pool.on('error', () => undefined)
  const using = async <T>(work: (q: Queries) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    try {
      return await work(wrap(client))
    } finally {
      client.release()
    }
  }
  return {
    kind: 'postgres',
    query: (sql, params) => using(q => q.query(sql, params)),
    script: sql => using(q => q.script(sql)),
    copy: (table, text) => using(q => q.copy(table, text)),
    transaction: work =>
      using(async q => {
        await q.script('begin')
        try {
          const value = await work(q)
          await q.script('commit')
          return value
        } catch (error) {
          await q.script('rollback')
          throw error
        }
      }),
    close: () => pool.end(),
  }
}
