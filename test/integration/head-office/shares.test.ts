import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { writeChanges } from '../../../src-main/head-office/change-log.ts'
import { type HeadOffice, startHeadOffice } from '../../../src-main/head-office/start.ts'
import { Engagement } from '../../../src-main/model/engagement.ts'
import { type OfficeClient, enrolIn } from '../../helpers/office-client.ts'
import { type OfficeDatabases, pgliteDatabases } from '../../helpers/office-databases.ts'
import { pageWidths, smallPdf } from '../../helpers/small-pdf.ts'

let databases: OfficeDatabases
let office: HeadOffice
let client: OfficeClient
let now: number

beforeAll(async () => {
  databases = await pgliteDatabases()
})
afterAll(() => databases.close())

beforeEach(async () => {
  now = Date.parse('2026-11-23T01:00:00.000Z')
  office = await startHeadOffice({ database: await databases.fresh(), now: () => new Date(now) })
  await office.db.query(`insert into books (id) values ('B0001'), ('B0002')`)
  await office.db.transaction(tx =>
    writeChanges(tx, 'B0001', [
      { op: 'put', stream: 'clients', key: 'C1', tier: 5, row: { id: 'C1', consentShare: true } },
      { op: 'put', stream: 'clients', key: 'C2', tier: 5, row: { id: 'C2', consentShare: false } },
    ]),
  )
  client = await enrolIn(office)
})
afterEach(() => office.close())

const body = async (change: object = {}): Promise<object> => ({
  id: 'share-0001',
  clientId: 'C1',
  reportId: 'R1',
  title: '账户诊断 <b>陆*远</b>',
  expiresAt: '2026-12-01T00:00:00.000Z',
  accessCode: '482913',
  pdf: (
    await smallPdf(3, { reportId: 'reportId' in change ? String(change.reportId) : 'R1', edition: 'client' })
  ).toString('base64'),
  ...change,
})

const share = async (): Promise<string> => {
  const response = await client.post('/v1/shares', await body())
  expect(response.status).toBe(201)
  return ((await response.json()) as { url: string }).url
}

const form = (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) })

const engagements = async (): Promise<readonly Engagement[]> =>
  (await client.pull('engagements')).lines.flatMap(l => (l.op === 'put' ? [Engagement.parse(l.row)] : []))

const ticketIn = (page: string): string => /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? ''

test('a client opens the report with the code, reads pages and answers; each comes back as an engagement', async () => {
  const url = await share()
  expect(await (await fetch(url)).text()).not.toContain('report.pdf')
  const opened = await form(url, { code: ' 482913 ' })
  const page = await opened.text()
  expect(opened.status).toBe(200)
  expect(page).toContain('账户诊断 &lt;b&gt;陆*远&lt;/b&gt;')
  expect(page).not.toMatch(/<script|https?:\/\//)
  const ticket = ticketIn(page)
  const second = await fetch(`${url}/${ticket}/page-2.pdf`)
  expect(second.headers.get('content-type')).toBe('application/pdf')
  expect(await pageWidths(await second.arrayBuffer())).toEqual([101])
  expect((await engagements()).find(e => e.kind === 'pagesRead')?.pages).toBe(1)
  expect(await pageWidths(await (await fetch(`${url}/${ticket}/report.pdf`)).arrayBuffer())).toEqual([100, 101, 102])
  const thanks = await form(url, { ticket, understood: 'partly', contact: 'call', question: '回撤为什么这么大？' })
  expect(await thanks.text()).toContain('已收到')
  expect((await engagements()).map(e => [e.kind, e.clientId, e.reportId, e.pages, e.answers])).toEqual([
    ['opened', 'C1', 'R1', null, null],
    ['pagesRead', 'C1', 'R1', 3, null],
    ['answered', 'C1', 'R1', null, { understood: 'partly', contact: 'call', question: '回撤为什么这么大？' }],
  ])
})

test('a client who answered is not asked again on the same page; opened anew it takes other answers, and the last ones count', async () => {
  const url = await share()
  const first = ticketIn(await (await form(url, { code: '482913' })).text())
  const thanks = await (await form(url, { ticket: first, understood: 'yes', contact: 'no' })).text()
  expect(thanks).toContain('已收到')
  expect(thanks).not.toContain('<form')
  const anew = await (await form(url, { code: '482913' })).text()
  expect(anew).toContain('您已提交过回答')
  await form(url, { ticket: ticketIn(anew), understood: 'no', contact: 'call' })
  const answers = (await engagements()).flatMap(each => (each.kind === 'answered' ? [each.answers] : []))
  expect(answers).toMatchObject([
    { understood: 'yes', contact: 'no' },
    { understood: 'no', contact: 'call' },
  ])
})

test('answers typed while the page ran out of its time are kept until the code is entered again', async () => {
  const url = await share()
  const ticket = ticketIn(await (await form(url, { code: '482913' })).text())
  now += 31 * 60_000
  const late = await form(url, { ticket, understood: 'partly', contact: 'call', question: '"回撤" & <b>?' })
  expect(late.status).toBe(403)
  const page = await late.text()
  expect(page).toContain('您填写的回答已保留')
  expect(await (await form(url, { code: '000000' })).text()).not.toContain('您填写的回答已保留')
  const kept = Object.fromEntries(
    [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  expect(kept).toEqual({ understood: 'partly', contact: 'call', question: '&quot;回撤&quot; &amp; &lt;b&gt;?' })
  expect((await engagements()).map(each => each.kind)).toEqual(['opened'])
  const answered = { understood: 'partly', contact: 'call', question: '"回撤" & <b>?' }
  expect((await form(url, { code: '000000', ...answered })).status).toBe(403)
  expect(await (await form(url, { code: '482913', ...answered })).text()).toContain('已收到')
  expect((await engagements()).find(each => each.kind === 'answered')?.answers).toEqual(answered)
})

test('without consent nothing is shared', async () => {
  const response = await client.post('/v1/shares', await body({ clientId: 'C2' }))
  expect([response.status, await response.json()]).toMatchObject([403, { code: 'NO_CONSENT' }])
})

test('the same share sent twice has one link; its id cannot be used for another report', async () => {
  expect(await share()).toBe(await share())
  const other = await client.post('/v1/shares', await body({ reportId: 'R2' }))
  expect(other.status).toBe(409)
})

test('wrong codes are slowed down, and waiting helps', async () => {
  const url = await share()
  const statuses: number[] = []
  for (let i = 0; i < 6; i++) statuses.push((await form(url, { code: `00000${i}` })).status)
  expect(statuses).toEqual([403, 403, 403, 403, 403, 429])
  expect((await form(url, { code: '482913' })).status).toBe(429)
  now += 61_000
  expect((await form(url, { code: '482913' })).status).toBe(200)
})

test('the link ends at its time, the ticket after half an hour, and the file is erased', async () => {
  const url = await share()
  const ticket = ticketIn(await (await form(url, { code: '482913' })).text())
  now += 31 * 60_000
  expect((await fetch(`${url}/${ticket}/report.pdf`)).status).toBe(403)
  now = Date.parse('2026-12-01T00:00:00.000Z')
  expect((await fetch(url)).status).toBe(410)
  await client.post('/v1/shares', await body({ id: 'share-0002', expiresAt: '2026-12-02T00:00:00.000Z' }))
  const kept = await office.db.query<{ n: number }>('select count(*)::int as n from shares where pdf is not null')
  expect(kept).toEqual([{ n: 1 }])
})

test('a withdrawn link is gone at once and says so in the history, once', async () => {
  const url = await share()
  for (let i = 0; i < 2; i++) expect((await client.post('/v1/shares/share-0001/withdraw', {})).status).toBe(200)
  expect((await form(url, { code: '482913' })).status).toBe(410)
  expect((await engagements()).map(e => e.kind)).toEqual(['withdrawn'])
  const other = await enrolIn(office, 'B0002')
  expect((await other.post('/v1/shares/share-0001/withdraw', {})).status).toBe(404)
})

test('links and tickets cannot be guessed or carried over', async () => {
  const url = await share()
  const second = await client.post('/v1/shares', await body({ id: 'share-0002', reportId: 'R2' }))
  const otherUrl = ((await second.json()) as { url: string }).url
  const ticket = ticketIn(await (await form(url, { code: '482913' })).text())
  expect((await fetch(`${otherUrl}/${ticket}/report.pdf`)).status).toBe(403)
  // another last letter, whatever it was
  const changed = url.slice(0, -1) + (url.endsWith('x') ? 'y' : 'x')
  expect((await fetch(changed)).status).toBe(404)
  expect((await fetch(`${url}/${ticket}/page-4.pdf`)).status).toBe(404)
  expect((await fetch(`${url}/${ticket}/..%2fsecret`)).status).toBe(404)
})

test('bad uploads are refused with the field named', async () => {
  const cases: readonly (readonly [object, number, string])[] = [
    [{ pdf: Buffer.from('hello').toString('base64') }, 400, 'pdf'],
    [{ pdf: Buffer.from('%PDF-1.7 broken').toString('base64') }, 400, 'pdf'],
    [{ pdf: (await smallPdf(3, null)).toString('base64') }, 400, 'client edition'],
    [{ pdf: (await smallPdf(3, { reportId: 'R1', edition: 'internal' })).toString('base64') }, 400, 'internal edition'],
    [{ pdf: (await smallPdf(3, { reportId: 'R7', edition: 'client' })).toString('base64') }, 400, 'R7'],
    [{ expiresAt: '2026-11-22T00:00:00.000Z' }, 400, 'expiresAt'],
    [{ expiresAt: '2027-11-22T00:00:00.000Z' }, 400, 'expiresAt'],
    [{ accessCode: '12' }, 400, 'accessCode'],
    [{ clientId: 'C9' }, 404, 'client'],
  ]
  for (const [change, status, named] of cases) {
    const response = await client.post('/v1/shares', await body(change))
    expect([response.status, ((await response.json()) as { message: string }).message]).toEqual([
      status,
      expect.stringContaining(named),
    ])
  }
})
