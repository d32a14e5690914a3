import { PGlite } from '@electric-sql/pglite'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileRules } from '../../../src-main/adapters/sql-rules/compile-rules.ts'
import { segmentProgram } from '../../../src-main/domain/segmentation/segment-program.ts'
import { defaultSegmentPack } from '../../helpers/rule-packs.ts'
import { generateBook } from '../../helpers/segment-facts.ts'
import { differences, factsColumns, factsNames, factsRow, type SqlCell } from '../../helpers/segment-table.ts'

const pack = defaultSegmentPack()
const program = segmentProgram(pack)
const book = generateBook(100_000, 42)

describe('the segment pack as SQL', () => {
  it('puts 100,000 clients into the same cells in SQLite, zero differences', { timeout: 60_000 }, () => {
    const db = new Database(':memory:')
    db.exec(`create table facts (${factsColumns('real')})`)
    const insert = db.prepare(`insert into facts values (${factsNames.map(() => '?').join(', ')})`)
    db.transaction(() => {
      for (const [id, input] of book.entries()) insert.run(...factsRow(input, id))
    })()
    const cells = db.prepare<[], SqlCell>(compileRules(program, 'sqlite', 'facts', ['id'])).all()
    db.close()
    expect(differences(book, cells, pack)).toEqual([])
  })

  describe('in PostgreSQL', () => {
    let db: PGlite
    beforeAll(async () => {
      db = await PGlite.create()
    }, 60_000)
    afterAll(() => db.close())

    it('puts 100,000 clients into the same cells, zero differences', { timeout: 120_000 }, async () => {
      await db.exec(`create table facts (${factsColumns('double precision')})`)
      for (let from = 0; from < book.length; from += 20_000) {
        const rows = book.slice(from, from + 20_000).map((input, i) => {
          const row = factsRow(input, from + i)
          return Object.fromEntries(factsNames.map((name, column) => [name, row[column] ?? null]))
        })
        await db.query('insert into facts select * from json_populate_recordset(null::facts, $1::json)', [rows])
      }
      const { rows } = await db.query<SqlCell>(compileRules(program, 'postgres', 'facts', ['id']))
      expect(differences(book, rows, pack)).toEqual([])
    })
  })

  it('quotes names and texts, so that a pack cannot smuggle SQL', () => {
    const sql = compileRules(program, 'postgres', 'odd"name', ['id'])
    expect(sql).toContain('"odd""name"')
  })
})
