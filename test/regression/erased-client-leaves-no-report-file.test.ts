import { expect, test } from 'vitest'
import { openedBooks } from '../helpers/opened-book.ts'
import { putClient, putReport } from '../helpers/kept-report.ts'
import { IsoTime } from '../../src-main/model/units.ts'

const open = openedBooks()

test('a client who left the book takes the files of their reports, what these say, and their deliveries along', async () => {
  const { store, api } = await open()
  const clientId = putClient(store)
  const id = putReport(store)
  putReport(store, { id: 'AD-20261123-0002', clientId: 'C00002' })
  const sent = await api.deliveries.send({
    reportId: id,
    clientId: null,
    channel: 'paper',
    subject: '',
    text: '',
    days: 14,
    consent: null,
    again: false,
  })
  expect(sent.kind).toBe('accepted')
  store.write(tx =>
    tx.sync.applyPage({
      stream: 'clients',
      tier: 1,
      changes: [{ kind: 'delete', key: clientId, seq: 1 }],
      cursor: 'c',
      more: false,
      at: IsoTime.parse('2026-11-23T03:00:00.000Z'),
    }),
  )
  const left = store.read(tx => ({
    report: tx.reports.byId(id),
    file: tx.reports.pdf(id),
    content: tx.contents.byId(id),
    deliveries: tx.deliveries.all(),
    other: tx.reports.pdf('AD-20261123-0002') !== null,
  }))
  expect(left).toEqual({ report: null, file: null, content: null, deliveries: [], other: true })
})
