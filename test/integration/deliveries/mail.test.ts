import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { smtpMailer } from '../../../src-main/adapters/mail/smtp-mailer.ts'
import { systemChance, systemClock } from '../../../src-main/adapters/system/clock.ts'
import type { SendRequest } from '../../../src-main/contract/deliveries.ts'
import { IsoDate } from '../../../src-main/model/units.ts'
import { Courier } from '../../../src-main/services/deliveries/courier.ts'
import { queueDelivery } from '../../../src-main/services/deliveries/queue-delivery.ts'
import { MAIL, putClient, putReport } from '../../helpers/kept-report.ts'
import { loopbackProxy } from '../../helpers/loopback-proxy.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { ownCertificate, PASSWORD, smtpOffice, type SmtpHabits, type SmtpOffice } from '../../helpers/smtp-office.ts'

const open = openedBooks()
const offices: SmtpOffice[] = []
afterEach(async () => {
  for (const office of offices.splice(0)) await office.close()
})

const office = async (habits: SmtpHabits = {}, port = 0): Promise<SmtpOffice> => {
  const made = await smtpOffice(habits, port)
  offices.push(made)
  return made
}

const request = (reportId: string, change: Partial<SendRequest> = {}): SendRequest => ({
  reportId,
  clientId: null,
  channel: 'mail',
  subject: '账户诊断报告',
  text: '附件为账户诊断报告。',
  days: 14,
  consent: null,
  again: false,
  ...change,
})

/** A book with a client, a report and the mail server; the queue was walked once after the report was sent. */
const sent = async (
  habits: SmtpHabits = {},
  size = 10,
): Promise<{ book: OpenedBook; smtp: SmtpOffice; id: string }> => {
  const smtp = await office(habits)
  const book = await open()
  putClient(book.store)
  const report = putReport(book.store, { size })
  await book.api.mail.set(smtp.server)
  const outcome = await book.api.deliveries.send(request(report))
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.checks))
  await walk(book)
  return { book, smtp, id: outcome.delivery.id }
}

const walk = (book: OpenedBook): Promise<void> => book.session.opened().courier.run()
const stateOf = (book: OpenedBook, id: string) => book.store.read(tx => tx.deliveries.byId(id))
const kinds = (book: OpenedBook): readonly string[] =>
  book.store.read(tx => tx.engagements.all().map(each => each.kind))

describe('a report by mail', () => {
  it('arrives once with its PDF, is told to head office, and does not go out again', async () => {
    const { book, smtp, id } = await sent()
    await walk(book)
    expect(stateOf(book, id)).toMatchObject({ state: 'sent', to: MAIL, fault: null })
    expect(smtp.messages).toHaveLength(1)
    const [message = ''] = smtp.messages
    expect(message).toContain(`To: ${MAIL}`)
    expect(message).toContain('application/pdf')
    expect(message.replaceAll(/\s/g, '')).toContain(
      Buffer.from(book.store.read(tx => tx.reports.pdf('AD-20261123-0001')) ?? []).toString('base64'),
    )
    expect(kinds(book)).toEqual(['sent'])
    expect(book.store.read(tx => tx.sync.waiting().map(each => each.kind))).toEqual(['engagement'])
    expect((await book.api.deliveries.overview({})).lines[0]).toMatchObject({ state: 'sent', canTellOpening: false })
  })

  it('is refused a second time unless the advisor asks for it, and never beside one that waits', async () => {
    const { book, smtp } = await sent()
    const second = await book.api.deliveries.send(request('AD-20261123-0001'))
    expect(second).toMatchObject({ kind: 'refused' })
    const again = await book.api.deliveries.send(request('AD-20261123-0001', { again: true }))
    expect(again).toMatchObject({ kind: 'accepted' })
    const beside = await book.api.deliveries.send(request('AD-20261123-0001', { again: true }))
    expect(beside).toMatchObject({ kind: 'refused' })
    await walk(book)
    expect(smtp.messages).toHaveLength(2)
  })

  it('with a wrong password fails with its reason, which names no password, and goes out after it is set right', async () => {
    const smtp = await office()
    const book = await open()
    putClient(book.store)
    await book.api.mail.set({ ...smtp.server, password: 'wrong-password' })
    expect(await book.api.mail.try({ ...smtp.server, password: 'wrong-password' })).toMatchObject({
      kind: 'fails',
      fault: 'wrongPassword',
    })
    const outcome = await book.api.deliveries.send(request(putReport(book.store)))
    await walk(book)
    const id = outcome.kind === 'accepted' ? outcome.delivery.id : ''
    expect(stateOf(book, id)).toMatchObject({ state: 'failed', fault: { kind: 'wrongPassword' } })
    expect(JSON.stringify(stateOf(book, id))).not.toContain('wrong-password')
    // a null password keeps the one that is there, and the settings never show it
    const view = await book.api.mail.set(smtp.server)
    expect(view).toMatchObject({ hasPassword: true, server: { password: null } })
    expect(await book.api.mail.try({ ...smtp.server, password: null })).toEqual({ kind: 'works' })
    await book.api.mail.set({ ...smtp.server, password: null })
    await book.api.deliveries.retry({ id })
    await walk(book)
    expect(stateOf(book, id)?.state).toBe('sent')
    expect(smtp.messages).toHaveLength(1)
    expect(readFileSync(book.path).includes(PASSWORD)).toBe(false)
  })

  it('goes over STARTTLS with a certificate that is trusted, and not at all with one that is not', async () => {
    const smtp = await office({ certificate: ownCertificate() })
    const book = await open()
    expect(await book.api.mail.try(smtp.server)).toEqual({ kind: 'works' })
    expect(await book.api.mail.try({ ...smtp.server, certificate: null })).toMatchObject({
      kind: 'fails',
      fault: 'tls',
    })
    expect(await book.api.mail.try({ ...smtp.server, security: 'tls' })).toMatchObject({ kind: 'fails', fault: 'tls' })
    // a server without encryption is not used, even where it would take the mail
    const plain = await office()
    expect(await book.api.mail.try({ ...plain.server, security: 'starttls' })).toMatchObject({ fault: 'tls' })
    await expect(book.api.mail.set({ ...plain.server, host: 'mail.example', security: 'plain' })).rejects.toThrow()
  })

  it.each([
    ['for good', 550, { state: 'failed', fault: { kind: 'recipient' } }],
    ['for now', 450, { state: 'queued', fault: { kind: 'busy' } }],
  ])('to a recipient who is refused %s', async (_name, code, expected) => {
    const { book, smtp, id } = await sent({ recipient: () => ({ code, text: 'no such user' }) })
    expect(stateOf(book, id)).toMatchObject(expected)
    expect(smtp.messages).toEqual([])
    expect(kinds(book)).toEqual([])
  })

  it('goes through the office’s proxy where the settings name one, and waits when the proxy is away', async () => {
    const smtp = await office({ certificate: ownCertificate() })
    const book = await open()
    const proxy = await loopbackProxy()
    await book.api.mail.set(smtp.server)
    await book.api.settings.set({ proxy: proxy.url })
    expect(await book.api.mail.try(smtp.server)).toEqual({ kind: 'works' })
    expect(proxy.tunnels).toEqual([`${smtp.server.host}:${smtp.server.port}`])
    putClient(book.store)
    const outcome = await book.api.deliveries.send(request(putReport(book.store)))
    await walk(book)
    expect(smtp.messages).toHaveLength(1)
    expect(proxy.tunnels).toHaveLength(2)
    await proxy.close()
    expect(await book.api.mail.try(smtp.server)).toMatchObject({ kind: 'fails', fault: 'offline' })
    const later = putReport(book.store, { id: 'AD-20261123-0002' })
    const second = await book.api.deliveries.send(request(later))
    await walk(book)
    expect(smtp.messages).toHaveLength(1)
    expect([outcome.kind, second.kind]).toEqual(['accepted', 'accepted'])
    expect(second.kind === 'accepted' && stateOf(book, second.delivery.id)).toMatchObject({
      state: 'queued',
      fault: { kind: 'offline' },
    })
  })

  it('that the server refuses after its text is told as such and may be tried again', async () => {
    let full = true
    const { book, smtp, id } = await sent({ answer: () => (full ? { code: 452, text: 'disk full' } : null) })
    expect(stateOf(book, id)).toMatchObject({ state: 'queued', attempts: 2, nextAt: '2026-11-23T02:02:00.000Z' })
    await walk(book)
    expect(stateOf(book, id)?.attempts).toBe(2)
    full = false
    book.setNow('2026-11-23T02:05:00.000Z')
    await walk(book)
    expect([stateOf(book, id)?.state, smtp.messages.length]).toEqual(['sent', 1])
  })

  it('waits while there is no network and goes out when there is one, once', async () => {
    const free = createServer()
    const port = await new Promise<number>(resolve => {
      free.listen(0, '127.0.0.1', () => resolve((free.address() as { port: number }).port))
    })
    await new Promise(resolve => free.close(resolve))
    const book = await open()
    putClient(book.store)
    const { server } = await office()
    await book.api.mail.set({ ...server, port })
    const outcome = await book.api.deliveries.send(request(putReport(book.store)))
    await walk(book)
    const id = outcome.kind === 'accepted' ? outcome.delivery.id : ''
    expect(stateOf(book, id)).toMatchObject({ state: 'queued', fault: { kind: 'offline' } })
    const smtp = await office({}, port)
    await walk(book)
    expect(smtp.messages).toEqual([])
    await Promise.all([book.session.opened().courier.networkBack(), walk(book), walk(book)])
    expect([stateOf(book, id)?.state, smtp.messages.length]).toEqual(['sent', 1])
  })

  it('whose line breaks in the middle of the text has not gone out, and goes out once later', async () => {
    let broken = true
    const { book, smtp, id } = await sent({ drop: () => (broken ? 'middle' : 'no') }, 30_000_000)
    expect(stateOf(book, id)).toMatchObject({ state: 'queued', fault: { kind: 'offline' } })
    broken = false
    book.setNow('2026-11-23T03:00:00.000Z')
    await walk(book)
    expect([stateOf(book, id)?.state, smtp.messages.length]).toEqual(['sent', 1])
  })

  it('whose line breaks before the answer is of unknown fate: the advisor is asked, nothing goes out again', async () => {
    const { book, smtp, id } = await sent({ drop: () => 'end' })
    expect(stateOf(book, id)).toMatchObject({ state: 'unknown', fault: { kind: 'interrupted' } })
    book.setNow('2026-11-24T02:00:00.000Z')
    await walk(book)
    expect(await book.api.deliveries.send(request('AD-20261123-0001', { again: true }))).toMatchObject({
      kind: 'refused',
    })
    expect([stateOf(book, id)?.state, smtp.messages.length, kinds(book)]).toEqual(['unknown', 0, []])
    expect((await book.api.deliveries.overview({})).funnel).toMatchObject({ sent: 0, sendingUnknown: 1 })
    expect(await book.api.deliveries.settle({ id, sent: true })).toMatchObject({ state: 'sent' })
    expect(kinds(book)).toEqual(['sent'])
  })

  it('that was under way when the program ended is of unknown fate; one that had not begun goes out', async () => {
    const smtp = await office()
    const book = await open()
    putClient(book.store)
    await book.api.mail.set(smtp.server)
    // queued without a walk: the window was closed before
    const tools = {
      mailer: smtpMailer(),
      clock: systemClock,
      chance: systemChance,
      sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
      log: () => undefined,
    }
    const one = queueDelivery(book.workspace, request(putReport(book.store)), tools)
    const two = queueDelivery(book.workspace, request(putReport(book.store, { id: 'AD-20261123-0002' })), tools)
    if (one.kind === 'refused' || two.kind === 'refused') throw new Error('refused')
    book.store.write(tx => tx.deliveries.put({ ...one.delivery, state: 'sending' }))
    const next = new Courier({
      workspace: book.workspace,
      connect: () => {
        throw new Error('no link waits')
      },
      tools,
      reach: () => Promise.resolve(),
    })
    await next.run()
    expect(stateOf(book, one.delivery.id)?.state).toBe('unknown')
    expect(stateOf(book, two.delivery.id)?.state).toBe('sent')
    expect(smtp.messages).toHaveLength(1)
  })

  it('stops when the consent is taken back while it waits', async () => {
    const { book, smtp, id } = await sent({ recipient: () => ({ code: 450, text: 'later' }) })
    await book.api.deliveries.withdrawConsent({
      clientId: 'C00001',
      way: 'email',
      consent: { on: IsoDate.parse('2026-11-23'), how: 'message', reference: 'WX 1' },
    })
    book.setNow('2026-11-23T04:00:00.000Z')
    await walk(book)
    expect(stateOf(book, id)).toMatchObject({ state: 'failed', fault: { kind: 'noConsent' } })
    expect(smtp.messages).toEqual([])
  })
})
