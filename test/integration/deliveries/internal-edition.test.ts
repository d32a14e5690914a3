import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, describe, expect, it } from 'vitest'
import { newConnection, setKey } from '../../../src-main/adapters/sqlite/database.ts'
import { smtpMailer } from '../../../src-main/adapters/mail/smtp-mailer.ts'
import type { SendRequest } from '../../../src-main/contract/deliveries.ts'
import { ClientPdf, type ClientPdfProof } from '../../../src-main/model/client-pdf.ts'
import { DeliveryChannel } from '../../../src-main/model/delivery.ts'
import { markPdf } from '../../../src-main/model/report-mark.ts'
import { IsoDate } from '../../../src-main/model/units.ts'
import { MAIL, putClient, putReport } from '../../helpers/kept-report.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { smtpOffice, type SmtpOffice } from '../../helpers/smtp-office.ts'

const open = openedBooks()
let smtp: SmtpOffice | null = null
afterEach(async () => {
  await smtp?.close()
  smtp = null
})

const INSIDE = 'AD-20261123-0001'
const consent = { on: IsoDate.parse('2026-11-23'), how: 'signed', reference: 'F-1' } as const

const request = (channel: DeliveryChannel, change: Partial<SendRequest> = {}): SendRequest => ({
  reportId: INSIDE,
  clientId: null,
  channel,
  subject: '报告',
  text: '见附件。',
  days: 14,
  consent,
  again: true,
  ...change,
})

/** A client who agreed to everything, a mail server that takes everything, and one report. */
const book = async (report: Parameters<typeof putReport>[1]): Promise<OpenedBook> => {
  smtp = await smtpOffice()
  const opened = await open()
  putClient(opened.store)
  putReport(opened.store, report)
  await opened.api.mail.set(smtp.server)
  return opened
}

/** Changes the file behind the program's back; the database guards itself as long as its triggers are there. */
const edit = ({ path, rawKey }: OpenedBook, ...statements: readonly string[]): void => {
  const db = newConnection(path)
  try {
    db.pragma(`cipher = 'chacha20'`)
    setKey(db, rawKey())
    for (const each of statements) db.exec(each)
  } finally {
    db.close()
  }
}

const asClientEdition = [
  'DROP TRIGGER reportsKeepTheirEdition',
  'DROP TRIGGER deliveriesOfClientEdition',
  `UPDATE reports SET edition = 'client', body = json_set(body, '$.edition', 'client')`,
]

const nothingWent = async (opened: OpenedBook): Promise<void> => {
  await opened.session.opened().courier.run()
  expect(smtp?.messages).toEqual([])
  expect(opened.store.read(tx => tx.engagements.all())).toEqual([])
  expect(opened.store.read(tx => tx.deliveries.all().filter(each => each.state === 'sent'))).toEqual([])
}

const delivery = (opened: OpenedBook): string => {
  const sha = String(Reflect.get(Object(opened.store.read(tx => tx.reports.byId(INSIDE))?.body), 'sha256'))
  const at = '2026-11-23T01:30:00.000Z'
  const body = {
    id: 'd-by-hand',
    reportId: INSIDE,
    clientId: 'C00001',
    channel: 'mail',
    state: 'queued',
    madeAt: at,
    changedAt: at,
    sha256: sha,
    fileName: 'report.pdf',
    to: MAIL,
    subject: '',
    text: '',
    messageId: '<d-by-hand@firm.example>',
    attempts: 0,
    nextAt: null,
    fault: null,
    consentId: null,
    wording: '',
    link: null,
    again: null,
  }
  return `INSERT INTO deliveries (id, reportId, clientId, channel, state, madeAt, body)
    VALUES ('d-by-hand', '${INSIDE}', 'C00001', 'mail', 'queued', '${at}', '${JSON.stringify(body)}')`
}

describe('an internal edition never reaches a client', () => {
  it.each(DeliveryChannel.options)('by %s, with consent, again and by hand', async channel => {
    const opened = await book({ edition: 'internal' })
    const outcome = await opened.api.deliveries.send(request(channel))
    expect(outcome).toMatchObject({ kind: 'refused' })
    expect(outcome.kind === 'refused' && outcome.checks.find(each => each.id === 'edition')?.state).toBe('blocked')
    const view = await opened.api.deliveries.prepare({ reportId: INSIDE, clientId: 'C00001', channel })
    expect(view.checks.find(each => each.id === 'edition')?.state).toBe('blocked')
    await nothingWent(opened)
  })

  it('among many', async () => {
    const opened = await book({ edition: 'internal' })
    putReport(opened.store, { id: 'AD-20261123-0002' })
    const outcomes = await opened.api.deliveries.sendMany({
      reportIds: [INSIDE, 'AD-20261123-0002'],
      channel: 'mail',
      days: 14,
    })
    expect(outcomes.map(each => each.outcome.kind)).toEqual(['refused', 'accepted'])
    await opened.session.opened().courier.run()
    expect(smtp?.messages).toHaveLength(1)
    expect(smtp?.messages[0]).toContain('AD-20261123-0002')
  })

  it('is told before several are sent, as everything else that stands against one of them', async () => {
    const opened = await book({ edition: 'internal' })
    const ids = [INSIDE, putReport(opened.store, { id: 'AD-20261123-0002' })]
    ids.push(putReport(opened.store, { id: 'AD-20261123-0003', kind: 'fund', clientId: null }))
    const rows = await opened.api.deliveries.prepareMany({ reportIds: ids, channel: 'mail' })
    const stops = rows.map(row => row.checks.filter(each => each.state === 'blocked').map(each => each.id))
    expect(rows.map(row => row.to)).toEqual([MAIL, MAIL, null])
    expect(stops[0]).toContain('edition')
    expect(stops[1]).toEqual([])
    expect(stops[2]).toContain('client')
    await opened.api.deliveries.sendMany({ reportIds: ids, channel: 'mail', days: 14 })
    await opened.session.opened().courier.run()
    // what went out once is not ready for another round of many
    const again = await opened.api.deliveries.prepareMany({ reportIds: ids.slice(1, 2), channel: 'mail' })
    expect(again[0]?.checks.find(each => each.id === 'once')?.state).toBe('blocked')
    const outcomes = await opened.api.deliveries.sendMany({ reportIds: ids, channel: 'mail', days: 14 })
    expect(outcomes.map(each => each.outcome.kind)).toEqual(['refused', 'refused', 'refused'])
    expect(smtp?.messages).toHaveLength(1)
  })

  it.each(DeliveryChannel.options)(
    'by %s after its row was edited to say client: the file says what it is',
    async channel => {
      const opened = await book({ edition: 'internal' })
      edit(opened, ...asClientEdition)
      expect(opened.store.read(tx => tx.reports.byId(INSIDE)?.edition)).toBe('client')
      expect(await opened.api.deliveries.send(request(channel))).toMatchObject({ kind: 'refused' })
      await nothingWent(opened)
    },
  )

  it('through a delivery that was written into the queue by hand', async () => {
    const opened = await book({ edition: 'internal' })
    expect(() => edit(opened, delivery(opened))).toThrow('only a client edition')
    edit(opened, ...asClientEdition, delivery(opened))
    await nothingWent(opened)
    expect(opened.store.read(tx => tx.deliveries.byId('d-by-hand'))).toMatchObject({
      state: 'failed',
      fault: { kind: 'reportRefused' },
    })
    // once more, by the button
    await opened.api.deliveries.retry({ id: 'd-by-hand' })
    await nothingWent(opened)
  })

  it('by a file put in the place of a client edition that waits, or has gone out before', async () => {
    const opened = await book({ edition: 'client' })
    putReport(opened.store, { id: 'AD-20261123-0009', edition: 'internal' })
    edit(
      opened,
      delivery(opened),
      `UPDATE reportFiles SET pdf = (SELECT pdf FROM reportFiles WHERE id = 'AD-20261123-0009') WHERE id = '${INSIDE}'`,
    )
    await nothingWent(opened)
    expect(opened.store.read(tx => tx.deliveries.byId('d-by-hand'))?.fault?.kind).toBe('reportRefused')
    expect(await opened.api.deliveries.send(request('mail'))).toMatchObject({ kind: 'refused' })
  })

  it('by changing the edition of its row while the triggers stand', async () => {
    const opened = await book({ edition: 'internal' })
    expect(() => edit(opened, `UPDATE reports SET edition = 'client'`)).toThrow('does not change')
  })

  it.each(DeliveryChannel.options)(
    'by %s as a foreign file in the place of the report: not ours, or marked twice, even with its sum written down',
    async channel => {
      const opened = await book({ edition: 'client' })
      const inside = markPdf(Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'), { reportId: INSIDE, edition: 'internal' })
      const foreign = [
        // a PDF of another program
        Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'),
        // an internal edition that was marked once more as one for clients
        markPdf(inside, { reportId: INSIDE, edition: 'client' }),
        // the client edition of another report
        markPdf(Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'), { reportId: 'AD-20261123-0077', edition: 'client' }),
        // no PDF at all
        Buffer.from('hello'),
      ]
      for (const file of foreign) {
        const sum = createHash('sha256').update(file).digest('hex')
        edit(
          opened,
          `UPDATE reportFiles SET pdf = x'${Buffer.from(file).toString('hex')}' WHERE id = '${INSIDE}'`,
          `UPDATE reports SET body = json_set(body, '$.sha256', '${sum}') WHERE id = '${INSIDE}'`,
        )
        expect(await opened.api.deliveries.send(request(channel))).toMatchObject({ kind: 'refused' })
        const view = await opened.api.deliveries.prepare({ reportId: INSIDE, clientId: 'C00001', channel })
        expect(view.checks.find(each => each.id === 'file' || each.id === 'edition')?.state).toBeDefined()
        expect(
          view.checks.filter(each => ['file', 'edition'].includes(each.id) && each.state === 'blocked'),
        ).not.toEqual([])
      }
      await nothingWent(opened)
    },
  )

  it('by the path of a file, wherever a message may name one', async () => {
    const opened = await book({ edition: 'client' })
    const inside = putReport(opened.store, { id: 'AD-20261123-0009', edition: 'internal', size: 600 })
    const folder = temporaryFolder()
    const path = join(folder.path, 'other.pdf')
    const bytes = Buffer.from(opened.store.read(tx => tx.reports.pdf(inside)) ?? [])
    writeFileSync(path, bytes)
    const paths = {
      path,
      file: path,
      attachments: [{ path }],
      fileName: path,
      report: { path },
      href: `file://${path}`,
    }
    const wish = { ...request('mail'), ...paths, subject: path, text: `<img src="file://${path}">` }
    expect(await opened.api.deliveries.send(wish)).toMatchObject({ kind: 'accepted' })
    await opened.session.opened().courier.run()
    const [message = ''] = smtp?.messages ?? []
    expect(message.match(/Content-Disposition: attachment/g)).toHaveLength(1)
    const parts = message.replaceAll(/\s/g, '')
    expect(parts).not.toContain(bytes.subarray(30, 240).toString('base64').slice(4, -4))
    expect(parts).not.toContain(bytes.toString('base64'))
    expect(parts).toContain(Buffer.from(opened.store.read(tx => tx.reports.pdf(INSIDE)) ?? []).toString('base64'))
    folder[Symbol.dispose]()
  })

  it('by a raw message of a window: fields and calls that the contract does not know do nothing', async () => {
    const opened = await book({ edition: 'internal' })
    const { port1, port2 } = new MessageChannel()
    new RPCHandler(opened.router).upgrade(port1)
    port1.start()
    const raw: Record<string, any> = createORPCClient(new RPCLink({ port: port2 }))
    port2.start()
    const forged = {
      ...request('mail'),
      edition: 'client',
      force: true,
      checks: [],
      report: { reportId: INSIDE, edition: 'client' },
      delivery: { state: 'queued', sha256: '' },
    }
    expect(await raw['deliveries']['send'](forged)).toMatchObject({ kind: 'refused' })
    for (const wrong of [{ ...forged, channel: 'smtp' }, { ...forged, reportId: { $ne: '' } }, null, 'AD', [forged]])
      await expect(raw['deliveries']['send'](wrong)).rejects.toThrow()
    for (const call of ['queue', 'put', 'markSent', 'carry', '__proto__', 'constructor'])
      await expect(raw['deliveries'][call](forged)).rejects.toThrow()
    await expect(raw['mailer']['send'](forged)).rejects.toThrow()
    await expect(raw['reports']['setEdition']({ id: INSIDE, edition: 'client' })).rejects.toThrow()
    // the message that a client of the contract would have written, without the client
    port2.postMessage({ i: '900001', p: { u: '/deliveries/send', m: 'POST', h: {}, b: { json: forged } } })
    expect(await raw['deliveries']['send'](forged)).toMatchObject({ kind: 'refused' })
    await nothingWent(opened)
    port1.close()
    port2.close()
  })

  it('as a review of segments, whatever edition it claims', async () => {
    const opened = await book({ id: 'SR-20261123-0001', kind: 'segment', clientId: null, edition: 'client' })
    const asked = request('mail', { reportId: 'SR-20261123-0001', clientId: 'C00001' })
    expect(await opened.api.deliveries.send(asked)).toMatchObject({ kind: 'refused' })
    await nothingWent(opened)
  })

  it('through the mailer itself, which takes nothing that was not judged', async () => {
    const opened = await book({ edition: 'internal' })
    const bytes = opened.store.read(tx => tx.reports.pdf(INSIDE)) ?? new Uint8Array()
    const mail = {
      to: MAIL,
      subject: '',
      text: '',
      messageId: '<a@b>',
      date: '2026-11-23T01:00:00.000Z',
      fileName: 'a.pdf',
    }
    // @ts-expect-error plain bytes are no report that may leave
    const asBytes = smtpMailer().draft(null, { ...mail, report: bytes })
    await expect(asBytes).rejects.toThrow(TypeError)
    const lookAlike = { reportId: INSIDE, sha256: '', bytes } as unknown as ClientPdf
    await expect(smtpMailer().draft(null, { ...mail, report: lookAlike })).rejects.toThrow('may leave the house')
    const proof: ClientPdfProof = {
      reportId: INSIDE,
      editions: ['client', 'client'],
      mark: { reportId: INSIDE, edition: 'internal' },
      sha256: { recorded: 'x', actual: 'x' },
      bytes,
      openFindings: 0,
    }
    expect(ClientPdf.from(proof)).toBe('internalEdition')
    expect(ClientPdf.from({ ...proof, mark: { reportId: INSIDE, edition: 'client' } })).toBeInstanceOf(ClientPdf)
  })
})

describe('a client edition is not handed over', () => {
  it('with a finding by the wording rules of today, in the report or in the mail', async () => {
    const opened = await book({ statements: ['本产品保本保收益。'] })
    const outcome = await opened.api.deliveries.send(request('mail'))
    expect(outcome.kind === 'refused' && outcome.checks.find(each => each.id === 'findings')?.state).toBe('blocked')
    putReport(opened.store, { id: 'AD-20261123-0002' })
    const said = await opened.api.deliveries.send(
      request('mail', { reportId: 'AD-20261123-0002', text: '这只产品稳赚不赔。' }),
    )
    expect(said.kind === 'refused' && said.checks.find(each => each.id === 'message')?.state).toBe('blocked')
    await nothingWent(opened)
  })

  it('to another client than the one it is about, nor without consent', async () => {
    const opened = await book({})
    putClient(opened.store, { id: 'C00002', consentEmail: false })
    const other = await opened.api.deliveries.send(request('mail', { clientId: 'C00002' }))
    expect(other.kind === 'refused' && other.checks.find(each => each.id === 'client')?.state).toBe('blocked')
    putReport(opened.store, { id: 'AD-20261123-0002', clientId: 'C00002' })
    const silent = request('mail', { reportId: 'AD-20261123-0002', consent: null })
    const refused = await opened.api.deliveries.send(silent)
    expect(refused.kind === 'refused' && refused.checks.find(each => each.id === 'consent')?.state).toBe('blocked')
    await nothingWent(opened)
    // the consent is recorded with its proof, in the same step
    expect(await opened.api.deliveries.send({ ...silent, consent })).toMatchObject({ kind: 'accepted' })
    expect(opened.store.read(tx => tx.consents.ofClient('C00002'))).toMatchObject([
      { way: 'email', given: true, reference: 'F-1' },
    ])
    expect(opened.store.read(tx => tx.clients.byKey('C00002')?.consentEmail)).toBe(true)
  })

  it('after its file was altered', async () => {
    const opened = await book({})
    edit(opened, `UPDATE reportFiles SET pdf = CAST(pdf || x'20' AS BLOB)`)
    const outcome = await opened.api.deliveries.send(request('mail'))
    expect(outcome.kind === 'refused' && outcome.checks.find(each => each.id === 'file')?.state).toBe('blocked')
    await nothingWent(opened)
  })
})
