import { describe, expect, it } from 'vitest'
import { connect } from '../../../src-main/adapters/sqlite/connect.ts'
import type { RawDb } from '../../../src-main/adapters/sqlite/database.ts'
import { linkRecord } from '../../../src-main/domain/evidence/chain-record.ts'
import { ChainRecord } from '../../../src-main/model/evidence.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { putProducts } from '../../helpers/put-products.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { sha256 } from '../../helpers/evidence.ts'

const open = openedBooks()
const RECORDS = 6

const withEvidence = async (): Promise<OpenedBook> => {
  const opened = await open()
  opened.store.write(tx => tx.clients.put({ ...sampleRow('clients', 1), variety: 2 }))
  putProducts(opened.store, [sampleRow('products', 1)])
  for (let i = 0; i < RECORDS; i++)
    await opened.api.suggestions.check({ clientId: 'C00001', code: 'F00001', initiative: 'advisor' })
  return opened
}

/** A second program with the key, past the triggers that forbid changes. */
const tamper = ({ path, rawKey }: OpenedBook, work: (db: RawDb) => void): void => {
  const db = connect(path, rawKey())
  try {
    db.exec('DROP TRIGGER evidenceIsNotChanged; DROP TRIGGER evidenceIsNotErased')
    work(db)
  } finally {
    db.close()
  }
}

const all = (db: RawDb): ChainRecord[] =>
  db
    .prepare('SELECT id, at, clientId, productCode, kind, body, previous, hash FROM evidence ORDER BY number')
    .all()
    .map(row => ChainRecord.parse(row))

const rewrite = (db: RawDb, records: readonly ChainRecord[]): void => {
  db.exec('DELETE FROM evidence')
  const insert = db.prepare(
    'INSERT INTO evidence (id, at, clientId, productCode, kind, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const r of records) insert.run(r.id, r.at, r.clientId, r.productCode, r.kind, r.body, r.previous, r.hash)
}

describe('the evidence in the database file', () => {
  it('is whole when only this program has written it', async () => {
    const { api } = await withEvidence()
    expect(await api.suggestions.verify({})).toMatchObject({
      integrity: [],
      records: RECORDS,
      faults: [],
      rerun: { same: RECORDS, different: [], packUnknown: [] },
      whole: true,
    })
  })

  it.each(Array.from({ length: RECORDS }, (_, i) => i))('shows a change of record %i, in any column', async place => {
    const opened = await withEvidence()
    for (const [column, value] of [
      ['body', `replace(body, '"match"', '"mismatch"')`],
      ['at', `'2020-01-01T00:00:00.000Z'`],
      ['clientId', `'C99999'`],
      ['productCode', `'OTHER'`],
      ['kind', `'other'`],
    ] as const) {
      let before: ChainRecord[] = []
      const db = connect(opened.path, opened.rawKey())
      db.exec('DROP TRIGGER IF EXISTS evidenceIsNotChanged; DROP TRIGGER IF EXISTS evidenceIsNotErased')
      before = all(db)
      db.exec(`UPDATE evidence SET ${column} = ${value} WHERE id = '${before[place]?.id}'`)
      const report = await opened.api.suggestions.verify({})
      expect(report.whole).toBe(false)
      expect(report.faults).toContainEqual({ kind: 'changed', index: place, id: before[place]?.id })
      rewrite(db, before)
      db.close()
    }
    expect((await opened.api.suggestions.verify({})).whole).toBe(true)
  })

  it.each(Array.from({ length: RECORDS }, (_, i) => i))('shows that record %i was removed', async place => {
    const opened = await withEvidence()
    tamper(opened, db => db.exec(`DELETE FROM evidence WHERE id = '${all(db)[place]?.id}'`))
    const { faults, whole } = await opened.api.suggestions.verify({})
    expect(whole).toBe(false)
    expect(faults.map(fault => fault.kind)).toContain(place === RECORDS - 1 ? 'truncated' : 'removed')
  })

  it('shows that records changed places', async () => {
    const opened = await withEvidence()
    tamper(opened, db => {
      const records = all(db)
      const [second, fourth] = [records[1], records[3]]
      if (second !== undefined && fourth !== undefined) rewrite(db, records.with(1, fourth).with(3, second))
    })
    const { faults } = await opened.api.suggestions.verify({})
    expect(faults.filter(fault => fault.kind === 'reordered').length).toBeGreaterThan(0)
  })

  it('shows a forged record, in the middle and at the end', async () => {
    for (const place of [2, RECORDS]) {
      const opened = await withEvidence()
      let forged = ''
      tamper(opened, db => {
        const records = all(db)
        const last = records[place - 1]
        if (last === undefined) throw new Error('no record to follow')
        const link = linkRecord({ ...last, id: 'forged', body: JSON.parse(last.body) as unknown }, last.hash, sha256)
        forged = link.id
        // the column of the predecessor is unique: in the middle the follower of the forged record must be shifted
        db.exec('DROP TABLE evidence')
        db.exec(
          'CREATE TABLE evidence (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, at TEXT, clientId TEXT, productCode TEXT, kind TEXT, body TEXT, previous TEXT, hash TEXT)',
        )
        rewrite(db, records.toSpliced(place, 0, link))
      })
      const { faults, whole } = await opened.api.suggestions.verify({})
      expect(whole).toBe(false)
      expect(faults).toContainEqual({ kind: 'inserted', index: place, id: forged })
    }
  })

  it('shows that a pack reads otherwise than when it judged, whether the verdict changes or not', async () => {
    const opened = await withEvidence()
    const tampered = (change: string): Promise<{ whole: boolean; kinds: string[] }> => {
      const db = connect(opened.path, opened.rawKey())
      db.exec(`UPDATE keptPacks SET body = ${change}`)
      db.close()
      return opened.api.suggestions
        .verify({})
        .then(({ whole, faults }) => ({ whole, kinds: faults.map(fault => fault.kind) }))
    }
    const changed = { whole: false, kinds: Array.from({ length: RECORDS }, () => 'packDiffers') }
    expect(await tampered(`json_set(body, '$.warnDays', 31)`)).toEqual(changed)
    expect(await tampered(`json_set(body, '$.warnDays', 30, '$.seniorAge', 60)`)).toEqual(changed)
    expect(await tampered(`json_set(body, '$.seniorAge', 65)`)).toEqual({ whole: true, kinds: [] })
  })

  it('shows a verdict that its own facts do not give, even when the chain was forged to the end', async () => {
    const opened = await withEvidence()
    tamper(opened, db => {
      const forged: ChainRecord[] = []
      for (const record of all(db))
        forged.push(
          linkRecord(
            {
              ...record,
              body: JSON.parse(record.body.replaceAll('"verdict":"match"', '"verdict":"mismatch"')) as unknown,
            },
            forged.at(-1)?.hash ?? '0'.repeat(64),
            sha256,
          ),
        )
      rewrite(db, forged)
    })
    const report = await opened.api.suggestions.verify({})
    expect(report.whole).toBe(false)
    expect(report.rerun.different.length + report.rerun.same).toBe(RECORDS)
    expect(report.faults.map(fault => fault.kind)).toContain('truncated')
  })
})
