import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../model/app-error.ts'
import { isSqliteError, newConnection, setKey, type RawDb } from './database.ts'

const plainHeader = 'SQLite format 3\0'

/** Opens the encrypted file; the errors say whether the key, the file or the folder is at fault. */
export const connect = (path: string, rawKey: Uint8Array, options: { readonly readonly?: boolean } = {}): RawDb => {
  const folder = dirname(path)
  try {
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new AppError('folderNotWritable', `cannot write to the data folder`, {
      where: folder,
      hint: 'choose another folder or give this account the right to write',
      cause,
    })
  }
  refuseWhatIsNotOurs(path)
  const db = newConnection(path, { timeout: 5000, ...options })
  try {
    db.pragma(`cipher = 'chacha20'`)
    setKey(db, rawKey)
    db.pragma('cache_size = -32000')
    db.pragma('temp_store = MEMORY')
    db.pragma('foreign_keys = OFF')
    db.pragma('secure_delete = ON')
    db.pragma('trusted_schema = OFF')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return db
  } catch (error) {
    db.close()
    throw openingError(path, error)
  }
}

/** An unencrypted file or a torn first page is told from a wrong key before the driver sees it. */
const refuseWhatIsNotOurs = (path: string): void => {
  if (!existsSync(path)) return
  const { size } = statSync(path)
  if (size === 0) return
  if (size % 512 !== 0 || size < 4096) throw corrupt(path)
  const head = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 16, 0)
  } finally {
    closeSync(file)
  }
  if (head.toString('latin1') === plainHeader) throw corrupt(path)
}

const corrupt = (path: string, cause?: unknown): AppError =>
  new AppError('databaseCorrupt', 'the database is damaged', {
    where: path,
    hint: 'restore a backup, or move the file aside and sync again',
    cause,
  })

export const openingError = (path: string, error: unknown): unknown => {
  if (!isSqliteError(error)) return error
  // the cipher answers a wrong key and a damaged first page alike; the vault checks the key by its own means
  if (error.code === 'SQLITE_NOTADB')
    return new AppError('wrongKey', 'the key does not open the database', {
      where: path,
      hint: 'use the key of this database, or restore a backup',
      cause: error,
    })
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code.startsWith('SQLITE_IOERR')) return corrupt(path, error)
  if (error.code === 'SQLITE_FULL')
    return new AppError('diskFull', 'the disk is full', { where: path, hint: 'free some space', cause: error })
  if (error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN'))
    return new AppError('folderNotWritable', 'cannot write to the data folder', {
      where: dirname(path),
      hint: 'choose another folder or give this account the right to write',
      cause: error,
    })
  if (error.code.startsWith('SQLITE_BUSY'))
    return new AppError('busy', 'another program uses the database', {
      where: path,
      hint: 'close the other window or command',
      cause: error,
    })
  return error
}
