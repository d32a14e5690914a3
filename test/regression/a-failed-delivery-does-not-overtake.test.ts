import { afterEach, expect, it } from 'vitest'
import { IsoDate } from '../../src-main/model/units.ts'
import { putClient, putReport } from '../helpers/kept-report.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { smtpOffice, type SmtpOffice } from '../helpers/smtp-office.ts'

const open = openedBooks()
let smtp: SmtpOffice | null = null
afterEach(async () => {
  await smtp?.close()
  smtp = null
})

it('a delivery that failed is not tried again once the same report went out by another one', async () => {
  let refuses = true
  smtp = await smtpOffice({ recipient: () => (refuses ? { code: 550, text: 'no such user' } : null) })
  const office = smtp
  const book = await open()
  putClient(book.store)
  const reportId = putReport(book.store)
  await book.api.mail.set(office.server)
  const send = async (): Promise<string> => {
    const words = { subject: '报告', text: '见附件。', days: 14, consent: null, again: false }
    const outcome = await book.api.deliveries.send({ reportId, clientId: null, channel: 'mail', ...words })
    await book.session.opened().courier.run()
    return outcome.kind === 'accepted' ? outcome.delivery.id : ''
  }
  const state = (id: string) => book.store.read(tx => tx.deliveries.byId(id)?.state)
  const failed = await send()
  expect(state(failed)).toBe('failed')
  refuses = false
  const second = await send()
  expect([state(second), office.messages.length]).toEqual(['sent', 1])
  await expect(book.api.deliveries.retry({ id: failed })).rejects.toThrow('by another delivery')
  await book.session.opened().courier.run()
  expect([state(failed), office.messages.length]).toEqual(['failed', 1])
})

it('a consent that is taken back while the server takes its time stops the mail before its first byte', async () => {
  const book = await open()
  putClient(book.store)
  const reportId = putReport(book.store)
  const takeBack = (): Promise<unknown> =>
    book.api.deliveries.withdrawConsent({
      clientId: 'C00001',
      way: 'email',
      consent: { on: IsoDate.parse('2026-11-23'), how: 'message', reference: 'WX 1' },
    })
  let taken: Promise<unknown> | null = null
  // the server is asked for the recipient after everything was checked and before the text is due
  smtp = await smtpOffice({
    recipient: () => {
      taken = takeBack()
      return null
    },
  })
  await book.api.mail.set(smtp.server)
  const words = { subject: '报告', text: '见附件。', days: 14, consent: null, again: false }
  await book.api.deliveries.send({ reportId, clientId: null, channel: 'mail', ...words })
  await book.session.opened().courier.run()
  await taken
  expect(smtp.messages).toEqual([])
  book.setNow('2026-11-23T04:00:00.000Z')
  await book.session.opened().courier.run()
  expect(book.store.read(tx => tx.deliveries.all())).toMatchObject([{ state: 'failed', fault: { kind: 'noConsent' } }])
  expect(smtp.messages).toEqual([])
})
