import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, Queries } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import { forgetSnapshot, keepSnapshot, readSnapshot } from './pglite-snapshot.ts'

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

/**
 * In PGlite's file system growing a file by `posix_fallocate` copies all of it, so that a load takes quadratic time. What
 * lives in memory needs no protection against a power cut either.
 */
const always = ['file_extend_method=write_zeros']
const inMemory = [
  'wal_level=minimal',
  'max_wal_senders=0',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_init_zero=off',
]

/** Making a cluster takes seconds, so the empty one is kept and loaded the next time. */
const openInMemory = async (): Promise<PGlite> => {
  const postgresqlconf = [...always, ...inMemory]
  const kept = await readSnapshot()
  if (kept !== null)
    try {
      return await PGlite.create({ loadDataDir: kept, postgresqlconf })
    } catch {
      await forgetSnapshot()
    }
  const db = await PGlite.create({ postgresqlconf })
  await keepSnapshot(await db.dumpDataDir('gzip'))
  return db
}

/** PostgreSQL in this process: in memory, or in a folder. */
export const openPglite = async (folder: string | null): Promise<Database> => {
  const unlock = folder === null ? () => undefined : lockFolder(folder)
  const db = folder === null ? await openInMemory() : await PGlite.create({ dataDir: folder, postgresqlconf: always })
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
    close: async () => {
      await db.close()
      unlock()
    },
  }
}
