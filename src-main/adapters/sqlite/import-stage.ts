import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportStage, OpenImportStage, StagedRow } from '../../services/ports/import-stage.ts'
import type { StreamName } from '../../model/stream.ts'
import { connect } from './connect.ts'
import type { RawDb } from './database.ts'

const PREFIX = 'import-'
const ENDING = '.stage'

interface Kept {
  readonly tableNumber: number
  readonly row: string
}

/** A table a stream: rows lie in the order of the files, only their keys are looked up at random. */
const schema = (order: readonly StreamName[]): string =>
  [
    'CREATE TABLE lines (mark BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;',
    ...order.map(
      stream =>
        `CREATE TABLE ${stream} (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, tableNumber INTEGER NOT NULL, row TEXT NOT NULL) STRICT;`,
    ),
  ].join('\n')

const opened = (path: string, order: readonly StreamName[]): RawDb => {
  const key = randomBytes(32)
  const db = connect(path, key)
  key.fill(0)
  // nobody reads it after this process: neither a log nor a wait for the disk is needed
  for (const setting of ['journal_mode = MEMORY', 'synchronous = OFF', 'secure_delete = OFF', 'cache_size = -65536'])
    db.pragma(setting)
  db.exec(schema(order))
  // never committed: pages go to the disk when memory runs short, and not before
  db.exec('BEGIN IMMEDIATE')
  return db
}

const streamTable = (db: RawDb, stream: StreamName) => ({
  find: db.prepare<[string], Kept>(`SELECT tableNumber, row FROM ${stream} WHERE key = ?`),
  put: db.prepare<[string, number, string]>(
    `INSERT INTO ${stream} (key, tableNumber, row) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET tableNumber = excluded.tableNumber, row = excluded.row`,
  ),
  count: db.prepare<[], number>(`SELECT count(*) FROM ${stream}`).pluck(),
  next: db.prepare<[number, number], { readonly number: number; readonly key: string; readonly row: string }>(
    `SELECT number, key, row FROM ${stream} WHERE number > ? ORDER BY number LIMIT ?`,
  ),
})

/** Stages in a folder; what a crash left there goes first. */
export const importStages =
  (folder: string): OpenImportStage =>
  order => {
    for (const name of readdirSync(folder))
      if (name.startsWith(PREFIX) && name.endsWith(ENDING)) rmSync(join(folder, name), { force: true })
    const path = join(folder, `${PREFIX}${randomUUID()}${ENDING}`)
    const db = opened(path, order)
    const tables = new Map(order.map(stream => [stream, streamTable(db, stream)]))
    const tableOf = (stream: StreamName): ReturnType<typeof streamTable> => {
      const found = tables.get(stream)
      if (found === undefined) throw new RangeError(`no stage for ${stream}`)
      return found
    }
    const addLine = db.prepare<[Uint8Array]>('INSERT OR IGNORE INTO lines (mark) VALUES (?)')
    return {
      isNew: (table, line) =>
        addLine.run(createHash('sha256').update(`${table}\n`).update(line).digest().subarray(0, 16)).changes > 0,
      put(table, rows, joined) {
        for (const row of rows) {
          const { find, put } = tableOf(row.stream)
          const before = find.get(row.key)
          const kept: StagedRow =
            before?.tableNumber === table ? joined({ ...row, row: JSON.parse(before.row) as unknown }, row) : row
          put.run(row.key, table, JSON.stringify(kept.row))
        }
      },
      row(stream, key) {
        const found = tableOf(stream).find.get(key)
        return found === undefined ? null : (JSON.parse(found.row) as unknown)
      },
      count: () => Array.from(tables.values(), table => table.count.get() ?? 0).reduce((sum, n) => sum + n, 0),
      *parts(size) {
        for (const [stream, { next }] of tables) {
          let last = 0
          for (;;) {
            const rows = next.all(last, size)
            if (rows.length === 0) break
            yield rows.map(({ key, row }) => ({ stream, key, row: JSON.parse(row) as unknown }))
            last = rows.at(-1)?.number ?? last
          }
        }
      },
      close() {
        db.close()
        rmSync(path, { force: true })
      },
    } satisfies ImportStage
  }
