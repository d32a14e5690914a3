import { constants, copyFileSync, existsSync, statSync } from 'node:fs'
import { AppError } from '../../model/app-error.ts'
import type { Store, WriteTx } from '../../services/ports/store.ts'
import { batchesOf } from './batch-tables.ts'
import { bookOf } from './book-reader.ts'
import { connect, openingError } from './connect.ts'
import { asReadable, asWritable, isSqliteError, type RawDb } from './database.ts'
import { deliveriesOf } from './delivery-tables.ts'
import { filesOf } from './file-tables.ts'
import { marketOf } from './market-reader.ts'
import { logKeeper, type LogKeeper } from './log-keeper.ts'
import { migrate, refuseNewer } from './migrate.ts'
import { suitabilityOf } from './suitability-tables.ts'
import { syncOf } from './sync-tables.ts'
import { statementCache } from './table.ts'
import { bindTables } from './tables.ts'
import { workOf } from './work-tables.ts'

export interface StoreOptions {
  readonly path: string
  /** 32 random bytes; the caller may wipe them afterwards. */
  readonly rawKey: Uint8Array
  /** The key was proved by the vault, so a file that does not open is damaged. */
  readonly keyIsProved?: boolean
}

/** Writes to these change no answer of the book. */
const aside: ReadonlySet<string> = new Set(['keptViews', 'reports', 'reportFiles', 'outbox', 'exportLog'])

/** Pages of 4 kB that the log may hold before a write moves it into the file: 32 MB, so that a first sync rewrites the same index pages less often. */
const LOG_PAGES = 8000
/** The same while a thread moves it: only when that one lags behind. */
const LOG_PAGES_KEPT = 24_000

/** Kilobytes of pages, as SQLite wants them negative: work that writes much meets the same index pages again and again, reading does not. */
const WRITING_CACHE = -32_000
const READING_CACHE = -6000

/** Gives back what the work before has left in the cache. */
const calm = (db: RawDb): void => {
  db.pragma(`cache_size = ${READING_CACHE}`)
  db.pragma('shrink_memory')
}

const fileSize = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

export const openStore = ({ path, rawKey, keyIsProved = false }: StoreOptions): Store => {
  const db = opened(path, rawKey, keyIsProved)
  const ownKey = Uint8Array.from(rawKey)
  let keeper: LogKeeper | null = null
  const { prepare, takeTouched } = statementCache(asWritable(asReadable(db)))
  const tables = bindTables(prepare, db)
  const tx: WriteTx = {
    ...bookOf(tables, prepare),
    ...marketOf(tables, prepare),
    ...workOf(prepare, db),
    ...filesOf(prepare),
    ...suitabilityOf(prepare),
    ...batchesOf(prepare),
    ...deliveriesOf(prepare),
    sync: syncOf(tables, prepare),
  }
  const grow = asWritable(asReadable(db)).prepare('UPDATE revision SET number = number + 1')
  let synchronous = ''
  /** Set outside a transaction only, and only when it changes. */
  const settle = (durability: 'advisor' | 'page'): void => {
    const wanted = durability === 'page' ? 'NORMAL' : 'FULL'
    if (wanted !== synchronous) db.pragma(`synchronous = ${wanted}`)
    synchronous = wanted
  }
  const listeners = new Set<(tables: ReadonlySet<string>) => void>()

  const run = <T>(work: () => T): T => {
    if (!db.open) throw new AppError('locked', 'the book is locked', { hint: 'unlock it' })
    try {
      return work()
    } catch (error) {
      tables.navs.discard()
      tables.benchmarks.discard()
      takeTouched()
      throw openingError(path, error)
    }
  }
  return {
    read: work => run(() => db.transaction(() => settled(work(tx))).deferred()),
    write(work, durability = 'advisor') {
      let changed: ReadonlySet<string> = new Set()
      const result = run(() => {
        if (db.inTransaction) throw new Error('a write inside a write')
        settle(durability)
        return db
          .transaction(() => {
            const made = settled(work(tx))
            changed = takeTouched()
            if ([...changed].some(table => !aside.has(table))) grow.run()
            return made
          })
          .immediate()
      })
      keeper?.wrote()
      if ([...changed].some(table => table !== 'keptViews')) for (const listener of listeners) listener(changed)
      return result
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    integrity: () =>
      run(() =>
        (db.pragma('integrity_check') as { readonly integrity_check: string }[]).map(r => r.integrity_check),
      ).filter(line => line !== 'ok'),
    size: () => ({ bytes: fileSize(path), walBytes: fileSize(`${path}-wal`) }),
    keepLogShort() {
      const own = logKeeper(path, ownKey)
      keeper = own
      db.pragma(`wal_autocheckpoint = ${LOG_PAGES_KEPT}`)
      db.pragma(`cache_size = ${WRITING_CACHE}`)
      return async () => {
        if (keeper !== own) return
        keeper = null
        await own.end()
        if (!db.open) return
        db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
        calm(db)
      }
    },
    compactLog: () => run(() => void db.pragma('wal_checkpoint(TRUNCATE)')),
    copyTo: target =>
      run(() => {
        // the log is emptied first and no other process can write meanwhile, so the one file is the whole database
        db.pragma('wal_checkpoint(TRUNCATE)')
        db.exec('BEGIN IMMEDIATE')
        try {
          if (fileSize(`${path}-wal`) > 0)
            throw new AppError('busy', 'another program uses the database', { where: path })
          copyFileSync(path, target, constants.COPYFILE_EXCL)
        } finally {
          db.exec('ROLLBACK')
        }
      }),
    close() {
      if (db.open) db.close()
      ownKey.fill(0)
    },
  }
}

const settled = <T>(value: T): T => {
  if (value instanceof Promise) throw new TypeError('a transaction cannot wait')
  return value
}

/** A newer file is looked at through a read-only connection, so that not a byte of it changes. */
const opened = (path: string, rawKey: Uint8Array, keyIsProved: boolean): RawDb => {
  try {
    if (fileSize(path) > 0) {
      const look = connect(path, rawKey, { readonly: true })
      try {
        refuseNewer(look, path)
      } finally {
        look.close()
      }
    }
    const db = connect(path, rawKey)
    try {
      db.pragma('journal_mode = WAL')
      db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
      migrate(db)
      calm(db)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    if (keyIsProved && error instanceof AppError && error.code === 'wrongKey')
      throw new AppError('databaseCorrupt', 'the database is damaged', {
        where: path,
        hint: 'restore a backup, or move the file aside and sync again',
        cause: error,
      })
    throw isSqliteError(error) ? openingError(path, error) : error
  }
}
