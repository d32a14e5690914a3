import { describe, expect, it } from 'vitest'
import { smtpMailer } from '../../../src-main/adapters/mail/smtp-mailer.ts'
import { ClientPdf, type ClientPdfProof } from '../../../src-main/model/client-pdf.ts'
import { DeliveryChannel } from '../../../src-main/model/delivery.ts'
import { consent, edit, guardedBooks, INSIDE, request } from '../../helpers/guarded-books.ts'
import { MAIL, putClient, putReport } from '../../helpers/kept-report.ts'
import type { OpenedBook } from '../../helpers/opened-book.ts'

const { book, nothingWent, sent } = guardedBooks()

const asClientEdition = [
  'DROP TRIGGER reportsKeepTheirEdition',
  'DROP TRIGGER deliveriesOfClientEdition',
  `UPDATE reports SET edition = 'client', body = json_set(body, '$.edition', 'client')`,
]

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

  it('and so nobody can have answered it', async () => {
    const { api, store } = await book({ edition: 'internal' })
    const answers = { understood: 'yes', contact: 'call', question: '' } as const
    const asked = { reportId: INSIDE, clientId: 'C00001', on: consent.on, answers }
    await expect(api.deliveries.typeReply(asked)).rejects.toThrow('internal edition')
    await expect(api.deliveries.followUp({ reportId: INSIDE })).rejects.toThrow('internal edition')
    expect(store.read(tx => tx.engagements.all())).toEqual([])
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
    expect(sent()).toHaveLength(1)
    expect(sent()[0]).toContain('AD-20261123-0002')
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
    expect(sent()).toHaveLength(1)
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
