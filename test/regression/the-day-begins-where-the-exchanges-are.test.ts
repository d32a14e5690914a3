import { expect, it } from 'vitest'
import { IsoDate } from '../../src-main/model/units.ts'
import { putClient, putReport } from '../helpers/kept-report.ts'
import { openedBooks } from '../helpers/opened-book.ts'

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
