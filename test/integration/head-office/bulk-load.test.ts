import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bulkLoad, type LoadRow } from '../../../src-main/head-office/bulk-load.ts'
import { readPage } from '../../../src-main/head-office/change-page.ts'
import type { Database } from '../../../src-main/head-office/database.ts'
import { migrate } from '../../../src-main/head-office/migrate.ts'
import { officeDatabases, type OfficeDatabases } from '../../helpers/office-databases.ts'

const awkward = ['\\', '\\N', 'a\tb', 'a\nb', 'a\rb', '"quoted"', "it's", '临江（有限合伙）', '\u2028', '😀', '', '\\.']

function* rows(n: number): Generator<LoadRow> {
  for (let i = 0; i < n; i++)
    yield {
      stream: 'trades',
      key: `T${i}|${awkward[i % awkward.length]}`,
      tier: 1 + (i % 5),
      row: { i, text: awkward[i % awkward.length] },
    }
}

function* broken(): Generator<LoadRow> {
  yield* rows(10)
  yield { stream: 'trades', key: 'bad', tier: 1e9, row: {} }
}

describe.each(officeDatabases)('a first load on %s', (_name, open) => {
  let databases: OfficeDatabases
  let db: Database
  beforeAll(async () => {
    databases = await open()
  })
  beforeEach(async () => {
    db = await databases.fresh()
    await migrate(db)
    await db.query(`insert into books (id) values ('B0001'), ('B0002')`)
  })
  afterAll(() => databases.close())

  test('brings every row through as it was, numbered in order, with the book counting on from there', async () => {
    const total = await db.transaction(tx =>
      bulkLoad(tx, [
        ['B0001', rows(3000)],
        ['B0002', rows(5)],
      ]),
    )
    expect(total).toBe(3005)
    const page = await readPage(db, { book: 'B0001', stream: 'trades', tier: null, after: 0, limit: 10_000 })
    const lines = page.body
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { key: string; seq: number; row: unknown })
    expect(lines.map(l => [l.key, l.row])).toEqual([...rows(3000)].map(r => [r.key, r.row]))
    expect(lines.map(l => l.seq)).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1))
    expect([page.upTo, page.more]).toEqual([3000, false])
  })

  test('is refused where rows are already', async () => {
    await db.transaction(tx => bulkLoad(tx, [['B0001', rows(1)]]))
    await expect(db.transaction(tx => bulkLoad(tx, [['B0002', rows(1)]]))).rejects.toThrow('empty head office')
  })

  test('that fails half-way leaves nothing, and the database goes on working', async () => {
    await expect(db.transaction(tx => bulkLoad(tx, [['B0001', broken()]]))).rejects.toThrow()
    const [left] = await db.query<{ n: number }>('select count(*)::int as n from changes')
    expect(left).toEqual({ n: 0 })
    expect(await db.transaction(tx => bulkLoad(tx, [['B0001', rows(4)]]))).toBe(4)
  })
})
