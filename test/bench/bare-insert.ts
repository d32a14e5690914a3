import { readFileSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { migrations } from '../../src-main/adapters/sqlite/migrations/all.ts'
import { pullPlan } from '../../src-main/domain/sync/pull-plan.ts'

/** Rows of one table as the driver takes them, in the order of their numbers. */
export interface TableRows {
  readonly insert: string
  readonly rows: readonly (readonly unknown[])[]
}

interface Keyed {
  key(key: Buffer): number
}

/** The same cipher and settings as the store's, without any of its code. */
export const bareDatabase = (path: string, rawKey: Uint8Array): Database.Database => {
  const db = new Database(path)
  db.pragma(`cipher = 'chacha20'`)
  ;(db as Database.Database & Keyed).key(Buffer.from(`raw:${Buffer.from(rawKey).toString('hex')}`))
  for (const setting of [
    'cache_size = -32000',
    'temp_store = MEMORY',
    'secure_delete = ON',
    'journal_mode = WAL',
    'wal_autocheckpoint = 8000',
    'synchronous = NORMAL',
  ])
    db.pragma(setting)
  return db
}

/** All rows of a synced store in the order of the pull: stream after stream, tier after tier. */
export const rowsOf = (path: string, rawKey: Uint8Array): readonly TableRows[] => {
  const db = bareDatabase(path, rawKey)
  try {
    return pullPlan().flatMap(({ stream, tier }) => {
      const client = stream === 'clients' ? 'id' : 'clientId'
      const ofTier = tier === null ? '' : `WHERE ${client} IN (SELECT id FROM clients WHERE bookTier = ${tier})`
      const rows = db.prepare(`SELECT * FROM ${stream} ${ofTier} ORDER BY seq`).raw().all() as unknown[][]
      const marks = Array.from({ length: rows[0]?.length ?? 1 }, () => '?').join(', ')
      return { insert: `INSERT INTO ${stream} VALUES (${marks})`, rows }
    })
  } finally {
    db.close()
  }
}

/** Seconds for a bare prepared-statement insert of the rows into the same encrypted schema, in transactions of a page. */
export const bareInsert = (
  path: string,
  rawKey: Uint8Array,
  tables: readonly TableRows[],
  pageRows: number,
): number => {
  const db = bareDatabase(path, rawKey)
  for (const { sql } of migrations) db.exec(sql)
  const started = performance.now()
  for (const { insert, rows } of tables) {
    if (rows.length === 0) continue
    const statement = db.prepare(insert)
    for (let at = 0; at < rows.length; at += pageRows)
      db.transaction(() => {
        for (let i = at; i < Math.min(rows.length, at + pageRows); i++) statement.run(rows[i])
      })()
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  const seconds = (performance.now() - started) / 1000
  db.close()
  rmSync(path)
  return seconds
}

/** Peak resident memory of this process in MB (Linux), else the present one. */
export const peakMemory = (): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.memoryUsage().rss / 2 ** 20
  }
}
