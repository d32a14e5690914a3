import Database from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that may be read; the brand keeps raw connections out of table code. */
export type ReadableDb = Database.Database & { readonly [readable]: true }
/** A connection inside a write transaction. */
export type WritableDb = ReadableDb & { readonly [writable]: true }

export type RawDb = Database.Database
export type Statement = Database.Statement<unknown[], unknown>
export type Value = string | number | Uint8Array | null

/** The multiple-ciphers build takes the key as bytes, so that it need not live in an immutable string. */
interface Keyed {
  key(key: Buffer): number
  rekey(key: Buffer): number
}

export const asReadable = (db: RawDb): ReadableDb => db as ReadableDb
export const asWritable = (db: RawDb): WritableDb => db as WritableDb

export const setKey = (db: RawDb, rawKey: Uint8Array): void => {
  const key = rawKeyLiteral(rawKey)
  ;(db as RawDb & Keyed).key(key)
  key.fill(0)
}

/** `raw:` and 64 hex digits: the key itself, no derivation (37 ms saved at each opening). */
const rawKeyLiteral = (rawKey: Uint8Array): Buffer => {
  if (rawKey.length !== 32) throw new RangeError('the database key has 32 bytes')
  const digits = '0123456789abcdef'
  const literal = Buffer.alloc(4 + 64)
  literal.write('raw:', 0, 'latin1')
  rawKey.forEach((byte, i) => {
    literal[4 + 2 * i] = digits.charCodeAt(byte >> 4)
    literal[5 + 2 * i] = digits.charCodeAt(byte & 15)
  })
  return literal
}

export const newConnection = (path: string, options: Database.Options = {}): RawDb => new Database(path, options)

export const isSqliteError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Database.SqliteError
