import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  contactSummaries,
  holdingAmounts,
  tradeActivity,
  tradeDays,
} from '../../../../src-main/adapters/sqlite/book-reader.ts'
import { newConnection, setKey, type RawDb } from '../../../../src-main/adapters/sqlite/database.ts'
import { migrate, schemaVersion } from '../../../../src-main/adapters/sqlite/migrate.ts'
import { migrations } from '../../../../src-main/adapters/sqlite/migrations/all.ts'
import { openStore } from '../../../../src-main/adapters/sqlite/open-store.ts'
import { tableSpecs } from '../../../../src-main/adapters/sqlite/tables.ts'
import { latestCells } from '../../../../src-main/adapters/sqlite/work-tables.ts'
import { sampleRow } from '../../../helpers/sample-rows.ts'
import { testKey } from '../../../helpers/test-key.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-migrations-'))
  path = join(folder, 'book.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const raw = (): RawDb => {
  const db = newConnection(path)
  db.pragma(`cipher = 'chacha20'`)
  setKey(db, testKey)
  return db
}
const filled = (): void => {
  const store = openStore({ path, rawKey: testKey })
  store.write(tx => tx.clients.put(sampleRow('clients', 1)))
  store.close()
}
/** The steps of a query's plan; what it would look for does not matter. */
const planOf = (db: RawDb, sql: string): string[] => {
  const values = sql
    .split('?')
    .slice(1)
    .map(() => null)
  return (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as { detail: string }[]).map(step => step.detail)
}
const opening = (): unknown => {
  try {
    openStore({ path, rawKey: testKey }).close()
    return null
  } catch (error) {
    return error
  }
}

describe('the migrations', () => {
  test('are numbered without a gap', () => {
    expect(migrations.map(step => step.version)).toEqual(migrations.map((_, i) => i + 1))
  })

  test.each(migrations.map(step => [step.version, step.name] as const))(
    'number %i, %s, applies to what was before it',
    version => {
      const db = raw()
      migrate(db, migrations.slice(0, version - 1))
      migrate(db, migrations.slice(0, version))
      expect(schemaVersion(db)).toBe(version)
      // again: nothing to do
      migrate(db, migrations.slice(0, version))
      const tables = db
        .prepare(`SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
        .all()
      const own = (tables as { name: string; strict: number }[]).filter(table => !table.name.startsWith('sqlite_'))
      expect(own.filter(table => table.strict !== 1)).toEqual([])
      db.close()
    },
  )

  test('number 17 keeps every pack of before under its kind', () => {
    const db = raw()
    migrate(db, migrations.slice(0, 16))
    const insert = db.prepare(
      `INSERT INTO keptPacks VALUES (?, '2026-01-01', 'used', '2026-02-01T00:00:00.000Z', NULL, ?)`,
    )
    for (const [version, kind] of [
      ['a', 'suitability'],
      ['b', 'questionnaires'],
    ])
      insert.run(version, JSON.stringify({ kind, version }))
    migrate(db, migrations.slice(0, 17))
    expect(db.prepare('SELECT kind, version, origin FROM keptPacks ORDER BY version').all()).toEqual([
      { kind: 'suitability', version: 'a', origin: 'used' },
      { kind: 'questionnaires', version: 'b', origin: 'used' },
    ])
    db.close()
  })

  test('number 19 finds in the evidence why a result of before is held', () => {
    const db = raw()
    migrate(db, migrations.slice(0, 18))
    const put = db.prepare(
      `INSERT INTO questionnaires VALUES (?, 'C1', '2026-11-23', 'v', 50, 'C4', '2027-11-23', 2, 3, '{}', 'client', 0)`,
    )
    for (const id of ['Q1', 'Q2']) put.run(id)
    db.prepare(
      `INSERT INTO evidence (id, at, clientId, kind, body, previous, hash)
       VALUES ('E', '2026-11-23T02:00:00.000Z', 'C1', 'assessment', ?, ?, 'h')`,
    ).run(JSON.stringify({ questionnaireId: 'Q1', held: ['levelJump'] }), '0'.repeat(64))
    migrate(db, migrations.slice(0, 19))
    expect(db.prepare('SELECT id, held, review FROM questionnaires ORDER BY id').all()).toEqual([
      { id: 'Q1', held: '["levelJump"]', review: 'null' },
      { id: 'Q2', held: '[]', review: 'null' },
    ])
    db.close()
  })

  test('keep every client as he was when the column of who serves him is added', () => {
    const db = raw()
    migrate(db, migrations.slice(0, 19))
    const columns = db.prepare(`SELECT name FROM pragma_table_info('clients')`).pluck().all()
    const values = columns.map((name, at) => (at < 11 ? `text of ${String(name)}` : at))
    db.prepare(`INSERT INTO clients VALUES (${columns.map(() => '?').join(', ')})`).run(
      columns.map((name, at) => {
        const isText = /^(?:investorType|professional|riskCapacity|assessedOn|validUntil|objective)/.test(String(name))
        return isText ? String(values[at]) : values[at]
      }),
    )
    const before = db.prepare('SELECT * FROM clients').get() as Readonly<Record<string, unknown>>
    migrate(db, migrations.slice(0, 20))
    expect(db.prepare('SELECT * FROM clients').all()).toEqual([{ ...before, servedBy: null }])
    db.close()
  })

  test.each(Object.entries(tableSpecs))('make the table of %s with the columns of its rows', (name, spec) => {
    const db = raw()
    migrate(db)
    const columns = db.prepare(`SELECT name FROM pragma_table_info('${name}') ORDER BY cid`).pluck().all()
    expect(columns).toEqual([...Object.keys(spec.columns), 'seq'])
    db.close()
  })

  test.each([
    ['one client', `SELECT * FROM clients WHERE id = ?`],
    ['accounts of a client', `SELECT * FROM accounts WHERE clientId = ?`],
    ['holdings of a client', `SELECT * FROM holdings WHERE clientId = ? ORDER BY accountId, code`],
    ['holders of a product', `SELECT * FROM holdings WHERE code = ?`],
    ['trades of a client', `SELECT * FROM trades WHERE clientId = ? AND date BETWEEN ? AND ? ORDER BY date, id`],
    ['one trade', `SELECT * FROM trades WHERE id = ?`],
    ['contacts of a client', `SELECT * FROM contacts WHERE clientId = ? ORDER BY at, id`],
    ['tags of a client', `SELECT * FROM tags WHERE clientId = ? ORDER BY name`],
    ['open tasks', `SELECT * FROM tasks WHERE state = 'open' ORDER BY dueOn`],
    ['funds of a peer group', `SELECT * FROM funds WHERE peerGroup = ?`],
    ['newest disclosure', `SELECT * FROM fundHoldings WHERE fundId = ? AND date <= ? ORDER BY date DESC LIMIT 1`],
    ['what waits', `SELECT body FROM outbox WHERE state = 'waiting' ORDER BY number LIMIT ?`],
    ['segments of a client', `SELECT * FROM segmentHistory WHERE clientId = ? ORDER BY at DESC`],
    ['evidence of a client', `SELECT * FROM evidence WHERE clientId = ? ORDER BY number`],
  ])('let the query for %s use an index and sort nothing', (_name, sql) => {
    const db = raw()
    migrate(db)
    const plan = planOf(db, sql)
    expect(plan.filter(step => /^SCAN (?!.*USING (?:COVERING )?INDEX)|TEMP B-TREE/.test(step))).toEqual([])
    db.close()
  })

  test.each([
    ['turnover', tradeActivity],
    ['trading days', tradeDays],
    ['contacts', contactSummaries],
    ['holdings', holdingAmounts],
    ['cells', latestCells],
  ])('let the summary of %s for the whole book read its table once, in the order of clients', (_name, sql) => {
    const db = raw()
    migrate(db)
    const plan = planOf(db, sql)
    expect(plan.filter(step => step.startsWith('SCAN')).length).toBe(1)
    db.close()
  })
})

describe('evidence', () => {
  test('can be added, but neither changed nor erased', () => {
    const db = raw()
    migrate(db)
    db.exec(
      `INSERT INTO evidence (id, at, clientId, kind, body, previous, hash) VALUES ('V1', 't', 'C1', 'k', '{}', '', 'h')`,
    )
    expect(() => db.exec(`UPDATE evidence SET body = '[]'`)).toThrow('append-only')
    expect(() => db.exec('DELETE FROM evidence')).toThrow('append-only')
    db.close()
  })
})

describe('a file that cannot be opened', () => {
  test('of a newer program is refused, and not a byte of it changes', () => {
    filled()
    const db = raw()
    db.pragma(`user_version = ${migrations.length + 1}`)
    db.close()
    const before = readFileSync(path)
    expect(opening()).toMatchObject({ code: 'databaseNewer' })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('with another key is refused as such', () => {
    filled()
    expect(() => openStore({ path, rawKey: new Uint8Array(32).fill(1) })).toThrow(
      expect.objectContaining({ code: 'wrongKey' }),
    )
    // the same answer of the cipher means damage when the vault has proved the key
    expect(() => openStore({ path, rawKey: new Uint8Array(32).fill(1), keyIsProved: true })).toThrow(
      expect.objectContaining({ code: 'databaseCorrupt' }),
    )
  })

  test.each([
    ['whose first page is damaged', (bytes: Buffer) => bytes.fill(0, 16, 600)],
    ['that is no database', (bytes: Buffer) => bytes.fill('x')],
    ['that is not encrypted', (bytes: Buffer) => bytes.write('SQLite format 3\0', 0, 'latin1')],
  ])('%s is reported as damaged and left where it is', (_name, spoil) => {
    filled()
    const bytes = readFileSync(path)
    spoil(bytes)
    writeFileSync(path, bytes)
    const copy = join(folder, 'copy')
    copyFileSync(path, copy)
    expect(() => openStore({ path, rawKey: testKey, keyIsProved: true })).toThrow(
      expect.objectContaining({ code: 'databaseCorrupt' }),
    )
    expect(readFileSync(path).equals(readFileSync(copy))).toBe(true)
  })

  test('in a folder that does not exist or cannot be written says so', () => {
    expect(() => openStore({ path: join(folder, 'missing', 'book.db'), rawKey: testKey })).toThrow(
      expect.objectContaining({ code: 'folderNotWritable' }),
    )
  })

  test('a damaged page in the middle is noticed when it is read', () => {
    filled()
    const store = openStore({ path, rawKey: testKey })
    store.write(tx => {
      for (let n = 0; n < 3000; n++) tx.clients.put(sampleRow('clients', n))
    })
    store.close()
    const bytes = readFileSync(path)
    const middle = bytes.length >> 1
    bytes.fill(7, middle, middle + 4096)
    writeFileSync(path, bytes)
    const again = openStore({ path, rawKey: testKey })
    expect(() => again.read(tx => tx.clients.all())).toThrow(expect.objectContaining({ code: 'databaseCorrupt' }))
    again.close()
  })
})
