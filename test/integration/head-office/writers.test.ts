import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeChanges } from '../../../src-main/head-office/change-log.ts'
import { moveClient } from '../../../src-main/head-office/move-client.ts'
import { type HeadOffice, startHeadOffice } from '../../../src-main/head-office/start.ts'
import { type RealPostgres, startPostgres } from '../../helpers/real-postgres.ts'
import { enrolIn } from '../../helpers/office-client.ts'

let server: RealPostgres
let office: HeadOffice
beforeAll(async () => {
  server = await startPostgres()
  office = await startHeadOffice({ databaseUrl: server.url })
  await office.db.query(`insert into books (id) values ('B0001'), ('B0002')`)
})
afterAll(async () => {
  await office.close()
  await server.close()
})

test('ten writers at once never make a reader skip a change', async () => {
  const reader = await enrolIn(office)
  const writers = 10
  const each = 40
  let writing = true
  const seen: number[] = []
  const keys = new Set<string>()
  const read = async (): Promise<void> => {
    let after = ''
    for (let last = false; ;) {
      const { lines, end } = await reader.page('trades', { after, limit: '7' })
      for (const line of lines) {
        seen.push(line.seq)
        keys.add(line.key)
      }
      after = end.cursor
      if (last && !end.more) return
      last = !writing
    }
  }
  const write = async (writer: number): Promise<void> => {
    for (let i = 0; i < each; i++)
      await office.db.transaction(async tx => {
        await writeChanges(tx, 'B0001', [
          { op: 'put', stream: 'trades', key: `${writer}-${i}-a`, tier: 1 + (i % 5), row: { i } },
          { op: 'put', stream: 'trades', key: `${writer}-${i}-b`, tier: 1 + (writer % 5), row: { i } },
        ])
        // The number is taken; commits that dawdle are what makes careless readers skip
        await tx.query('select pg_sleep($1)', [((writer * 7 + i) % 5) / 1000])
      })
  }
  const reading = read()
  await Promise.all(Array.from({ length: writers }, (_, w) => write(w)))
  writing = false
  await reading
  expect(keys.size).toBe(writers * each * 2)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(new Set(seen).size).toBe(seen.length)
}, 60_000)

test('clients that are handed back and forth by several at once end in exactly one book', async () => {
  await office.db.transaction(tx =>
    writeChanges(
      tx,
      'B0001',
      Array.from({ length: 8 }, (_, i) => ({
        op: 'put',
        stream: 'clients',
        key: `C${i}`,
        tier: 3,
        row: { id: `C${i}` },
      })),
    ),
  )
  const handOver = async (id: string, times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      const [from, to] = i % 2 === 0 ? (['B0001', 'B0002'] as const) : (['B0002', 'B0001'] as const)
      await office.db.transaction(tx => moveClient(tx, id, from, to))
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, i) => handOver(`C${i}`, 5 + (i % 2))))
  const rows = await office.db.query<{ key: string; book: string }>(
    `select key, book from changes where stream = 'clients' and not deleted order by key`,
  )
  expect(rows).toEqual(Array.from({ length: 8 }, (_, i) => ({ key: `C${i}`, book: i % 2 === 0 ? 'B0002' : 'B0001' })))
})
