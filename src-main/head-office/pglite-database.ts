import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, Queries } from './database.ts'

const wrap = (db: PGlite | Transaction): Queries => ({
  query: async <T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> =>
    (await db.query<T>(sql, [...params])).rows,
  script: async sql => {
    await db.exec(sql)
  },
  copy: async (table, text) => {
    await db.query(`copy ${table} from '/dev/blob'`, [], { blob: new Blob([text]) })
  },
})

/** PostgreSQL in this process: in memory, or in a folder. */
export const openPglite = async (folder: string | null): Promise<Database> => {
  const db = folder === null ? await PGlite.create() : await PGlite.create(folder)
  return {
    kind: 'pglite',
    ...wrap(db),
    transaction: async work => {
      // PGlite reports an empty transaction as undefined; ours always answers
      const box: { value?: Awaited<ReturnType<typeof work>> } = {}
      await db.transaction(async tx => {
        box.value = await work(wrap(tx))
      })
      if (!('value' in box)) throw new Error('the transaction was not carried out')
      return box.value as Awaited<ReturnType<typeof work>>
    },
    close: () => db.close(),
  }
}
