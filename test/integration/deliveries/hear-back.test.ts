import jsqr from 'jsqr'
import { afterEach, describe, expect, it } from 'vitest'
import { qrPicture } from '../../../src-main/adapters/pdf/qr-picture.ts'
import type { SendRequest } from '../../../src-main/contract/deliveries.ts'
import { writeChanges } from '../../../src-main/head-office/change-log.ts'
import { Client } from '../../../src-main/model/client.ts'
import { IsoDate } from '../../../src-main/model/units.ts'
import { prepareReply } from '../../../src-main/services/reports/reply-invite.ts'
import { recordEntry } from '../../../src-main/services/sync/record-entry.ts'
import { smallOffice, type SmallOffice } from '../../helpers/small-office.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { putRealReport, putReport } from '../../helpers/kept-report.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'

// the package is CommonJS with its function on `default`
const readQr = 'default' in jsqr ? (jsqr.default as typeof jsqr) : jsqr

const open = openedBooks()
let office: SmallOffice | null = null
afterEach(async () => {
  await office?.close()
  office = null
})

const NOW = '2026-11-23T02:00:00.000Z'

/** A book enrolled at a real head office, with one client who agreed to links, after its first sync. */
const enrolled = async (fields: object = {}): Promise<{ book: OpenedBook; office: SmallOffice }> => {
  office = await smallOffice({ now: () => new Date(NOW) })
  const made = office
  await made.addBook('B0001', 0)
  const row = Client.parse({ ...sampleRow('clients', 1), consentShare: true, ...fields })
  await made.db.transaction(tx =>
    writeChanges(tx, 'B0001', [{ op: 'put', stream: 'clients', key: row.id, tier: row.bookTier, row }]),
  )
  const book = await open(NOW)
  const code = await made.enrolCode('B0001')
  await book.session.enrol({ url: made.url, code, deviceName: 'desk', passcode: null })
  await book.session.sync()
  return { book, office: made }
}

const link = (change: Partial<SendRequest> = {}): SendRequest => ({
  reportId: 'AD-20261123-0001',
  clientId: null,
  channel: 'link',
  subject: '',
  text: '',
  days: 14,
  consent: null,
  again: false,
  ...change,
})

const walk = (book: OpenedBook): Promise<void> => book.session.opened().courier.run()
const first = (book: OpenedBook) => book.store.read(tx => tx.deliveries.all()[0])
const form = (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
const ticketIn = (page: string): string => /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? ''

describe('a report by link', () => {
  it('is uploaded once, opened with its code, and what the client did comes back as state, task and funnel', async () => {
    const { book, office: at } = await enrolled()
    await putRealReport(book.store)
    expect(await book.api.deliveries.send(link())).toMatchObject({ kind: 'accepted' })
    await Promise.all([walk(book), walk(book)])
    const sent = first(book)
    expect(sent).toMatchObject({ state: 'sent', link: { pages: 3, withdrawing: false } })
    const url = sent?.link?.url ?? ''
    expect(await at.db.query('select count(*)::int as n from shares')).toEqual([{ n: 1 }])
    const page = await (await form(url, { code: sent?.link?.accessCode ?? '' })).text()
    await fetch(`${url}/${ticketIn(page)}/page-2.pdf`)
    await form(url, { ticket: ticketIn(page), understood: 'partly', contact: 'call', question: '回撤为什么这么大？' })
    await book.session.sync()
    await walk(book)
    const { lines, funnel } = await book.api.deliveries.overview({})
    expect(lines[0]).toMatchObject({ state: 'answered', opens: 1, pagesRead: 1, answers: { contact: 'call' } })
    expect(funnel).toMatchObject({ made: 1, sent: 1, opened: 1, answered: 1, followedUp: 0 })
    const tasks = () => book.store.read(tx => tx.tasks.all().map(each => [each.id, each.kind, each.state, each.title]))
    expect(tasks()).toEqual([
      [
        'reply-AD-20261123-0001',
        'reply',
        'open',
        '回复了报告 AD-20261123-0001：部分看懂，请联系，「回撤为什么这么大？」',
      ],
    ])
    const today = await book.api.today.view({ limit: 10 })
    expect(today.rows[0]).toMatchObject({ clientId: 'C00001', why: { zh: '报告已回复，待跟进' } })
    // the same answer again makes no second task
    await book.session.sync()
    await walk(book)
    expect(tasks()).toHaveLength(1)
    await book.api.deliveries.followUp({ reportId: 'AD-20261123-0001' })
    expect((await book.api.deliveries.overview({})).lines[0]?.state).toBe('followedUp')
    expect(tasks()[0]?.[2]).toBe('done')
  })

  it('rests on a consent that travels before it, and ends when it is withdrawn', async () => {
    const { book, office: at } = await enrolled({ consentShare: false })
    await putRealReport(book.store)
    expect(await book.api.deliveries.send(link())).toMatchObject({ kind: 'refused' })
    const consent = { on: IsoDate.parse('2026-11-20'), how: 'recorded', reference: 'REC-77' } as const
    expect(await book.api.deliveries.send(link({ consent }))).toMatchObject({ kind: 'accepted' })
    await walk(book)
    expect(first(book)?.state).toBe('sent')
    const id = first(book)?.id ?? ''
    const url = first(book)?.link?.url ?? ''
    await book.api.deliveries.withdraw({ id })
    await walk(book)
    expect(first(book)?.state).toBe('withdrawn')
    expect((await fetch(url)).status).toBe(410)
    expect((await book.api.deliveries.overview({})).lines[0]?.state).toBe('withdrawn')
    const kept = await at.db.query<{ entry: string }>(`select entry from outbox where entry like '%REC-77%'`)
    expect(kept).toHaveLength(1)
  })

  it('ends as soon as the client takes the consent to links back', async () => {
    const { book } = await enrolled()
    await putRealReport(book.store)
    await book.api.deliveries.send(link())
    await walk(book)
    const url = first(book)?.link?.url ?? ''
    expect((await fetch(url)).status).toBe(200)
    const consent = { on: IsoDate.parse('2026-11-23'), how: 'message', reference: 'WX 1' } as const
    await book.api.deliveries.withdrawConsent({ clientId: 'C00001', way: 'email', consent })
    await walk(book)
    expect((await fetch(url)).status).toBe(200)
    await book.api.deliveries.withdrawConsent({ clientId: 'C00001', way: 'share', consent })
    await walk(book)
    expect((await fetch(url)).status).toBe(410)
    expect(first(book)?.state).toBe('withdrawn')
  })

  it('waits while head office cannot be reached, and can be cancelled meanwhile', async () => {
    const { book, office: at } = await enrolled()
    await putRealReport(book.store)
    await at.close()
    office = null
    await book.api.deliveries.send(link())
    await walk(book)
    expect(first(book)).toMatchObject({ state: 'queued', fault: { kind: 'offline' }, attempts: 1 })
    expect((await book.api.deliveries.overview({})).lines[0]).toMatchObject({ state: 'made', sentAt: null })
    expect(await book.api.deliveries.cancel({ id: first(book)?.id ?? '' })).toMatchObject({ state: 'cancelled' })
  })

  it('is not made by a device that head office no longer knows, and says so', async () => {
    const { book, office: at } = await enrolled()
    await putRealReport(book.store)
    for (const each of await at.db.query<{ id: string }>('select id from devices')) await at.revoke(each.id)
    await book.api.deliveries.send(link())
    await walk(book)
    expect(first(book)).toMatchObject({ state: 'failed', fault: { kind: 'deviceRevoked' } })
  })
})

describe('the reply page that is printed into a report', () => {
  it('opens after the next sync with the printed code, without a file and without a script', async () => {
    const { book, office: at } = await enrolled()
    expect(book.store.read(tx => tx.settings.get('publicUrl'))).toBe(at.url)
    const request = { kind: 'account', subject: 'C00001', edition: 'client', locale: 'zh-CN' } as const
    const tools = { qr: qrPicture, newId: () => '0f6e1a52-3f0a-4f3e-9a51-2d1d6f0b7c11' }
    const reply = prepareReply(book.workspace, request, 'AD-20261123-0001', NOW, tools)
    if (reply === null) throw new Error('no reply page')
    expect(prepareReply(book.workspace, { ...request, edition: 'internal' }, 'AD-1', NOW, tools)).toBeNull()
    book.store.write(tx => recordEntry(tx, reply.entry))
    expect((await fetch(reply.invite.url)).status).toBe(404)
    await book.session.sync()
    expect((await form(reply.invite.url, { code: '00000000' })).status).toBe(403)
    const page = await (await form(reply.invite.url, { code: reply.invite.accessCode })).text()
    expect(page).not.toMatch(/<script|report\.pdf|https?:\/\//)
    expect(page.match(/<fieldset>/g)).toHaveLength(2)
    await form(reply.invite.url, { ticket: ticketIn(page), understood: 'yes', contact: 'no', question: '' })
    await book.session.sync()
    const back = book.store.read(tx => tx.engagements.all().map(each => [each.kind, each.clientId, each.reportId]))
    expect(back).toEqual([
      ['answered', 'C00001', 'AD-20261123-0001'],
      ['opened', 'C00001', 'AD-20261123-0001'],
    ])
  })

  it('has a QR code that a reader reads', () => {
    const text = 'https://reports.firm.example/r/0f6e1a523f0a4f3e9a512d1d6f0b7c11'
    const { size, path } = qrPicture(text)
    const scale = 4
    const side = size * scale
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
        for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column += 1)
          pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
    expect(readQr(pixels, side, side)?.data).toBe(text)
  })
})

describe('answers on paper', () => {
  it('are typed in, count like answers from the page, and make the task', async () => {
    const { book } = await enrolled()
    putReport(book.store)
    const answers = { understood: 'no', contact: 'call', question: '费用是多少？' } as const
    const typed = { reportId: 'AD-20261123-0001', clientId: null, answers }
    await expect(book.api.deliveries.typeReply({ ...typed, on: IsoDate.parse('2026-11-24') })).rejects.toThrow('ahead')
    await book.api.deliveries.typeReply({ ...typed, on: IsoDate.parse('2026-11-22') })
    expect((await book.api.deliveries.overview({})).lines[0]).toMatchObject({ state: 'answered', openedAt: null })
    expect(book.store.read(tx => tx.tasks.all().map(each => each.state))).toEqual(['open'])
    const { tasks } = await book.api.clients.view({ id: 'C00001' })
    expect(tasks.map(each => each.words)).toEqual([
      {
        zh: expect.stringContaining('回复了报告'),
        en: 'answered report AD-20261123-0001: not understood, wants a call, "费用是多少？"',
      },
    ])
    expect(book.store.read(tx => tx.sync.waiting().map(each => each.kind))).toEqual(['engagement', 'task'])
  })
})
