import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { assessmentsCommand } from '../../../src-main/head-office/assessments-command.ts'
import { writeChanges } from '../../../src-main/head-office/change-log.ts'
import { heldAssessments } from '../../../src-main/head-office/held-assessments.ts'
import { moveClient } from '../../../src-main/head-office/move-client.ts'
import { type HeadOffice, startHeadOffice } from '../../../src-main/head-office/start.ts'
import { type RealPostgres, startPostgres } from '../../helpers/real-postgres.ts'
import { answerForClient } from '../../helpers/answer-questionnaire.ts'
import { enrolIn } from '../../helpers/office-client.ts'
import { openedBooks } from '../../helpers/opened-book.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { sampleBook } from '../../helpers/small-office.ts'

const openBook = openedBooks()
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

/** The command beside the running office. */
const run = (...args: readonly string[]): Promise<void> =>
  assessmentsCommand([...args, '--database', server.url, '--book', 'B0003'])

test('a held result is listed, declined and released beside the running office, by one of two who decide at once', async () => {
  await office.db.query(`insert into books (id, advisor, licence) values ('B0003', '测试顾问', 'S000')`)
  await office.db.transaction(tx => writeChanges(tx, 'B0003', sampleBook(2)))
  const [first, second] = [0, 1].map(n => String(sampleRow('clients', n).id)) as [string, string]
  const opened = await openBook()
  const code = await office.enrolCode('B0003')
  await opened.session.enrol({ url: office.url, code, deviceName: 'desk', passcode: null })
  const synced = async () => expect((await opened.session.sync()).state).toBe('done')
  await synced()
  for (const clientId of [first, second]) await answerForClient(opened, clientId)
  await synced()
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    await run('list', '--json')
    const listed = JSON.parse(String(said.mock.lastCall?.[0])) as { id: string; clientId: string }[]
    expect(listed.map(each => each.clientId).toSorted()).toEqual([first, second].toSorted())
    const idOf = (clientId: string) => listed.find(each => each.clientId === clientId)?.id ?? ''
    await run('decline', idOf(second), '--by', '李合规', '--note', '与客户资料不符')
    const both = await Promise.allSettled(
      ['李合规', '周合规'].map(by => run('release', idOf(first), '--by', by, '--note', 'REC-88')),
    )
    expect(both.map(each => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(each => each.status === 'rejected')?.reason).toMatchObject({
      message: expect.stringMatching(/No assessment .* waits/),
    })
  } finally {
    said.mockRestore()
  }
  expect(await heldAssessments(office.db, 'B0003')).toEqual([])
  await synced()
  const reviews = [first, second].map(clientId => {
    const answered = opened.store.read(tx => tx.questionnaires.ofClient(clientId))
    return answered.find(each => each.review !== null)
  })
  expect(reviews.map(each => each?.review?.decision)).toEqual(['released', 'declined'])
  const level = opened.store.read(tx => tx.clients.byKey(first))?.riskCapacity
  expect(level).toBe(reviews[0]?.riskCapacity)
  expect(opened.store.read(tx => tx.clients.byKey(second))?.riskCapacity).not.toBe(reviews[1]?.riskCapacity)
}, 60_000)
