import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Write, writeChanges } from '../../../src-main/head-office/change-log.ts'
import { moveClient } from '../../../src-main/head-office/move-client.ts'
import { type HeadOffice, startHeadOffice } from '../../../src-main/head-office/start.ts'
import { type OfficeDatabases, officeDatabases } from '../../helpers/office-databases.ts'
import { clientWith, enrolIn, enrolWith } from '../../helpers/office-client.ts'

const put = (stream: string, key: string, row: object, tier = 3): Write => ({ op: 'put', stream, key, tier, row })
const person = (id: string): Write => put('clients', id, { id, name: `客户${id}` })

describe.each(officeDatabases)('head office on %s', (_name, open) => {
  let databases: OfficeDatabases
  let office: HeadOffice
  beforeAll(async () => {
    databases = await open()
  })
  afterAll(() => databases.close())
  afterEach(() => office.close())

  const start = async (now?: () => Date): Promise<HeadOffice> => {
    office = await startHeadOffice({ database: await databases.fresh(), ...(now === undefined ? {} : { now }) })
    await office.db.query(
      `insert into books (id, advisor, licence) values ('B0001', '甲', 'S1'), ('B0002', '乙', 'S2')`,
    )
    return office
  }
  const write = (book: string, writes: readonly Write[]): Promise<void> =>
    office.db.transaction(tx => writeChanges(tx, book, writes))

  test('a page ends with a closing line whose hash, count and cursor hold, and the cursor leads on without gap or repeat', async () => {
    await start()
    await write(
      'B0001',
      Array.from({ length: 25 }, (_, i) => put('trades', `T${i}`, { i, 名: '买入\\"\n' }, 1 + (i % 5))),
    )
    const client = await enrolIn(office)
    const keys: string[] = []
    let after = ''
    for (const size of [10, 10, 5]) {
      const { lines, end } = await client.page('trades', { limit: '10', after })
      expect(end.count).toBe(size)
      keys.push(...lines.map(l => l.key))
      after = end.cursor
    }
    expect(keys).toEqual(Array.from({ length: 25 }, (_, i) => `T${i}`))
    const { lines, end } = await client.page('trades', { after })
    expect([lines.length, end.more]).toEqual([0, false])
  })

  test('rows come back as they were written', async () => {
    await start()
    const row = { id: 'C1', name: '<img src=x onerror=alert(1)>', note: 'a\tb\\c\n"d" 临江' }
    await write('B0001', [put('clients', 'C1', row)])
    const [line] = (await (await enrolIn(office)).page('clients')).lines
    expect(line).toEqual({ op: 'put', key: 'C1', seq: 1, row })
  })

  test('tiers are apart, and a row that changes its tier is sent again in the new one', async () => {
    await start()
    await write('B0001', [put('clients', 'C1', { v: 1 }, 5), put('clients', 'C2', { v: 1 }, 4)])
    const client = await enrolIn(office)
    const five = await client.page('clients', { tier: '5' })
    const four = await client.page('clients', { tier: '4' })
    expect([five.lines.map(l => l.key), four.lines.map(l => l.key)]).toEqual([['C1'], ['C2']])
    await write('B0001', [put('clients', 'C1', { v: 2 }, 4)])
    expect((await client.page('clients', { tier: '4', after: four.end.cursor })).lines).toMatchObject([
      { key: 'C1', row: { v: 2 } },
    ])
    expect((await client.page('clients', { tier: '5', after: five.end.cursor })).lines).toEqual([])
  })

  test('a deleted row arrives as a delete without its content', async () => {
    await start()
    await write('B0001', [put('tags', 'C1|偏好', { value: '稳健' })])
    const client = await enrolIn(office)
    const first = await client.page('tags')
    await write('B0001', [{ op: 'delete', stream: 'tags', key: 'C1|偏好' }])
    expect((await client.page('tags', { after: first.end.cursor })).lines).toEqual([
      { op: 'delete', key: 'C1|偏好', seq: 2 },
    ])
  })

  test('a client handed to another advisor leaves the one book and appears in the other with everything', async () => {
    await start()
    await write('B0001', [
      person('C1'),
      person('C2'),
      put('trades', 'T1', { clientId: 'C1' }),
      put('trades', 'T2', { clientId: 'C2' }),
    ])
    const [one, two] = [await enrolIn(office), await enrolIn(office, 'B0002')]
    const before = { clients: await one.page('clients'), trades: await one.page('trades') }
    await office.db.transaction(tx => moveClient(tx, 'C1', 'B0001', 'B0002'))
    expect((await one.page('clients', { after: before.clients.end.cursor })).lines).toMatchObject([
      { op: 'delete', key: 'C1' },
    ])
    expect((await one.page('trades', { after: before.trades.end.cursor })).lines).toMatchObject([
      { op: 'delete', key: 'T1' },
    ])
    expect((await two.pull('clients')).lines).toMatchObject([{ op: 'put', key: 'C1' }])
    expect((await two.pull('trades')).lines).toMatchObject([{ op: 'put', key: 'T1', row: { clientId: 'C1' } }])
  })

  test('another book is out of reach by token, by cursor and by key', async () => {
    await start()
    await write('B0001', [person('C1'), put('tasks', 'W1', { id: 'W1', clientId: 'C1' })])
    await write('B0002', [person('C9')])
    const [one, two] = [await enrolIn(office), await enrolIn(office, 'B0002')]
    expect((await two.pull('clients')).lines.map(l => l.key)).toEqual(['C9'])
    const { end } = await one.page('clients')
    const stolen = await two.get(`/v1/changes/clients?after=${end.cursor}`)
    expect([stolen.status, await stolen.json()]).toMatchObject([400, { code: 'CURSOR_INVALID' }])
    const guess = await two.push([
      { id: 'e1', madeAt: '2026-11-23T01:00:00.000Z', kind: 'tagRemoved', clientId: 'C1', name: '偏好' },
      {
        id: 'e2',
        madeAt: '2026-11-23T01:00:00.000Z',
        kind: 'contactDetails',
        clientId: 'C1',
        fields: { phone: '1' },
        base: {},
      },
    ])
    expect(guess.map(a => [a.state, a.reason])).toEqual([
      ['rejected', 'CLIENT_NOT_IN_BOOK'],
      ['rejected', 'CLIENT_NOT_IN_BOOK'],
    ])
    expect((await one.pull('clients')).lines).toMatchObject([{ row: { name: '客户C1' } }])
  })

  test('an entry cannot take over a row that belongs to another client', async () => {
    await start()
    const task = {
      id: 'W1',
      clientId: 'C1',
      kind: 'other',
      title: '甲',
      dueOn: null,
      state: 'open',
      changedAt: '2026-11-20T01:00:00.000Z',
    }
    await write('B0001', [person('C1'), person('C2'), put('tasks', 'W1', task)])
    const client = await enrolIn(office)
    const entry = {
      id: 'e1',
      madeAt: '2026-11-23T01:00:00.000Z',
      kind: 'task',
      row: { ...task, clientId: 'C2' },
      base: {},
    }
    expect(await client.push([entry])).toMatchObject([{ state: 'rejected', reason: 'ROW_OF_ANOTHER_CLIENT' }])
  })

  test('a cursor that was changed, or of another stream or tier, is refused', async () => {
    await start()
    await write('B0001', [person('C1')])
    const client = await enrolIn(office)
    const { end } = await client.page('clients', { tier: '3' })
    const forged = Buffer.from(Buffer.from(end.cursor, 'base64url').toString().replace('.1.', '.0.')).toString(
      'base64url',
    )
    const asked = [
      `clients?tier=3&after=${forged}`,
      `clients?tier=4&after=${end.cursor}`,
      `trades?tier=3&after=${end.cursor}`,
      'clients?after=abc',
    ]
    for (const path of asked) {
      const response = await client.get(`/v1/changes/${path}`)
      expect([path, response.status, ((await response.json()) as { code: string }).code]).toEqual([
        path,
        400,
        'CURSOR_INVALID',
      ])
    }
  })

  test('a head office that lost its newest changes says so to a reader who has them', async () => {
    await start()
    await write('B0001', [person('C1'), person('C2')])
    const client = await enrolIn(office)
    const { end } = await client.page('clients')
    await office.db.script(`delete from changes where seq > 1; update books set seq = 1 where id = 'B0001'`)
    const response = await client.get(`/v1/changes/clients?after=${end.cursor}`)
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'EPOCH_CHANGED' }])
  })

  test('an entry is applied once, however often and from however many sides it arrives', async () => {
    await start()
    await write('B0001', [person('C1')])
    const client = await enrolIn(office)
    const row = {
      id: 'K1',
      clientId: 'C1',
      at: '2026-11-23T01:00:00.000Z',
      channel: 'phone',
      minutes: 5,
      subject: '回访',
      note: '',
    }
    const entry = { id: 'e1', madeAt: '2026-11-23T01:00:00.000Z', kind: 'contact', row }
    const answers = (await Promise.all(Array.from({ length: 12 }, () => client.push([entry, entry])))).flat()
    const states = answers.map(a => a.state)
    expect(states.filter(s => s === 'applied')).toHaveLength(1)
    expect(states.filter(s => s === 'duplicate')).toHaveLength(23)
    expect((await client.pull('contacts')).lines).toMatchObject([{ key: 'K1', seq: 2, row }])
  })

  test('a rejected entry keeps its answer when it is sent again', async () => {
    await start()
    const client = await enrolIn(office)
    const entry = { id: 'e1', madeAt: '2026-11-23T01:00:00.000Z', kind: 'tagRemoved', clientId: 'C1', name: '偏好' }
    const first = await client.push([entry])
    await write('B0001', [person('C1')])
    expect(await client.push([entry])).toEqual(first)
  })

  test('of two edits of one field the later by head office time wins, and the other is kept', async () => {
    const noon = Date.parse('2026-11-23T04:00:00.000Z')
    await start(() => new Date(noon))
    await write('B0001', [put('clients', 'C1', { id: 'C1', phone: 'old', email: null })])
    const [desk, laptop] = [await enrolIn(office), await enrolIn(office)]
    const edit = (id: string, minutes: number, phone: string, years: number): unknown => ({
      id,
      madeAt: new Date(noon + minutes * 60_000 + years * 31_557_600_000).toISOString(),
      kind: 'contactDetails',
      clientId: 'C1',
      fields: { phone },
      base: { phone: 'old' },
    })
    await desk.push([edit('e1', -10, 'desk', 0)], new Date(noon).toISOString())
    // The laptop's clock is three years ahead; its edit is 30 minutes old, before the desk's
    const [answer] = await laptop.push(
      [edit('e2', -30, 'laptop', 3)],
      new Date(noon + 3 * 31_557_600_000).toISOString(),
    )
    expect(answer).toMatchObject({ state: 'applied', conflicts: [{ field: 'phone', winner: 'desk', loser: 'laptop' }] })
    expect((await desk.pull('clients')).lines).toMatchObject([{ row: { phone: 'desk' } }])
    // Its clock three years behind, but the edit is five minutes old: later than the desk's
    const [again] = await laptop.push([edit('e3', -5, 'later', -3)], new Date(noon - 3 * 31_557_600_000).toISOString())
    expect(again).toMatchObject({ conflicts: [{ field: 'phone', winner: 'later', loser: 'desk' }] })
    expect((await desk.pull('clients')).lines).toMatchObject([{ row: { phone: 'later', email: null } }])
    const losses = await office.db.query<{ loser: string }>('select loser from field_losses order by lost_at')
    expect(losses.map(l => l.loser).toSorted()).toEqual(['"desk"', '"laptop"'])
  })

  test('a code enrols one device, once, for ten minutes; a revoked device is out', async () => {
    let now = Date.parse('2026-11-23T01:00:00.000Z')
    await start(() => new Date(now))
    const code = await office.enrolCode('B0001')
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => enrolWith(office.url, code.toLowerCase())))
    expect(tries.filter(t => t.status === 'fulfilled')).toHaveLength(1)
    const late = await office.enrolCode('B0001')
    now += 10 * 60_000 + 1
    await expect(enrolWith(office.url, late)).rejects.toThrow('CODE_INVALID')
    const client = await enrolIn(office)
    expect((await client.get('/v1/changes/clients')).status).toBe(200)
    await office.revoke(client.deviceId)
    const refused = await client.get('/v1/changes/clients')
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'UNAUTHORIZED' }])
  })

  test('guessing codes is slowed down', async () => {
    await start(() => new Date('2026-11-23T01:00:00.000Z'))
    const statuses: number[] = []
    for (let i = 0; i < 7; i++)
      statuses.push(
        (await fetch(`${office.url}/v1/enrol`, { method: 'POST', body: JSON.stringify({ code: `AAAAA-${i}` }) }))
          .status,
      )
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429])
    const wait = await fetch(`${office.url}/v1/enrol`, { method: 'POST', body: JSON.stringify({ code: 'AAAAA-9' }) })
    expect(Number(wait.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('bad requests get a code and a sentence, never a stack', async () => {
    await start()
    const client = await enrolIn(office)
    const asked: readonly (readonly [Promise<Response>, number, string])[] = [
      [client.get('/v1/changes/nothing'), 404, 'NOT_FOUND'],
      [client.get('/v1/changes/clients?limit=0'), 400, 'BAD_REQUEST'],
      [client.get('/v1/changes/clients?tier=6'), 400, 'BAD_REQUEST'],
      [client.get('/v1/changes/navs?tier=1'), 400, 'BAD_REQUEST'],
      [client.get('/v1/outbox'), 405, 'METHOD'],
      [client.post('/v1/outbox', { entries: [] }), 400, 'BAD_REQUEST'],
      [
        client.post('/v1/outbox', { sentAt: '2026-11-23T01:00:00.000Z', entries: ['x'.repeat(5_000_000)] }),
        413,
        'TOO_LARGE',
      ],
      [clientWith(office.url, 'x'.repeat(43)).get('/v1/status'), 401, 'UNAUTHORIZED'],
      [fetch(`${office.url}/v1/changes/clients`), 401, 'UNAUTHORIZED'],
      [fetch(`${office.url}/v1/changes/../../etc/passwd`), 404, 'NOT_FOUND'],
    ]
    for (const [answer, status, code] of asked) {
      const response = await answer
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code])
    }
  })
})
