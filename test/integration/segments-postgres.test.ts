import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileRules } from '../../src-main/adapters/sql-rules/compile-rules.ts'
import { segmentProgram } from '../../src-main/domain/segmentation/segment-program.ts'
import { startPostgres, type RealPostgres } from '../helpers/real-postgres.ts'
import { defaultSegmentPack } from '../helpers/rule-packs.ts'
import { generateBook } from '../helpers/segment-facts.ts'
import { differences, factsColumns, factsNames, factsRow, type SqlCell } from '../helpers/segment-table.ts'

const pack = defaultSegmentPack()

describe('segments in a real PostgreSQL server', () => {
  let server: RealPostgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.close())

  it('puts 100,000 clients into the same cells as the pure function, zero differences', async () => {
    const book = generateBook(100_000, 20_261_123)
    await server.client.query(`create table facts (${factsColumns('double precision')})`)
    for (let from = 0; from < book.length; from += 20_000) {
      const rows = book.slice(from, from + 20_000).map((input, i) => {
        const row = factsRow(input, from + i)
        return Object.fromEntries(factsNames.map((name, column) => [name, row[column] ?? null]))
      })
      await server.client.query('insert into facts select * from json_populate_recordset(null::facts, $1::json)', [
        JSON.stringify(rows),
      ])
    }
    const { rows } = await server.client.query<SqlCell>(compileRules(segmentProgram(pack), 'postgres', 'facts', ['id']))
    expect(differences(book, rows, pack)).toEqual([])
  })
})
