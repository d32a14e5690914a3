import { assert, date, property } from 'fast-check'
import { expect, it } from 'vitest'
import { dayInChina } from '../../src-main/domain/portfolio/day-in-china.ts'
import { ClientId } from '../../src-main/model/ids.ts'
import { IsoDate, IsoTime } from '../../src-main/model/units.ts'
import { lastContacts } from '../../src-main/services/book/refresh-book.ts'
import { putClient, putReport } from '../helpers/kept-report.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()

// Half past seven in Shanghai is half past eleven at night before in UTC: an assessment that ended yesterday passed as valid until eight.
it('takes the day in China for today, from its first hour on', async () => {
  const book = await open('2026-11-23T23:30:00.000Z')
  expect(book.workspace.today()).toBe('2026-11-24')
  book.setNow('2026-11-24T15:59:59.000Z')
  expect(book.workspace.today()).toBe('2026-11-24')
  book.setNow('2026-11-24T16:00:00.000Z')
  expect(book.workspace.today()).toBe('2026-11-25')
})

it('takes an answer on paper that was given this morning', async () => {
  const book = await open('2026-11-23T23:30:00.000Z')
  putClient(book.store, {})
  const reportId = putReport(book.store, {})
  const answers = { understood: 'yes', contact: 'no', question: '' } as const
  const asked = { reportId, clientId: null, on: IsoDate.parse('2026-11-24'), answers }
  await book.api.deliveries.typeReply(asked)
  expect((await book.api.deliveries.overview({})).lines[0]).toMatchObject({ answeredAt: '2026-11-23T23:30:00.000Z' })
  await expect(book.api.deliveries.typeReply({ ...asked, on: IsoDate.parse('2026-11-25') })).rejects.toThrow('ahead')
})

it('counts a contact of this morning for today', async () => {
  const book = await open('2026-11-23T23:30:00.000Z')
  const clientId = putClient(book.store, {})
  const contact = {
    ...sampleRow('contacts', 1),
    clientId: ClientId.parse(clientId),
    at: IsoTime.parse('2026-11-23T23:10:00.000Z'),
  }
  book.store.write(tx => tx.contacts.put(contact))
  expect(book.store.read(lastContacts).get(clientId)).toBe('2026-11-24')
})

const ahead = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

it('names the day of any instant, and leaves a day alone', () => {
  const instant = date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  assert(property(instant, at => dayInChina(at.toISOString()) === ahead(at)))
  expect(dayInChina('2026-11-24')).toBe('2026-11-24')
})
