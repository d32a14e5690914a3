import { describe, expect, it } from 'vitest'
import { putClient, putReport } from '../helpers/kept-report.ts'
import { openedBooks } from '../helpers/opened-book.ts'

const open = openedBooks()

describe('the search over everything', () => {
  it('finds a client by name and by phone tail, in its cell', async () => {
    const { api, store } = await open()
    putClient(store, { name: '陆知远', phone: '13812343107' })
    for (const text of ['陆知', 'lzy', '3107'])
      expect(await api.search.find({ text, limit: 9 })).toMatchObject([{ kind: 'client', title: '陆知远' }])
  })

  it('finds a report by its number and by whom it is about, behind the client', async () => {
    const { api, store } = await open()
    putClient(store, { name: '客户1' })
    putReport(store)
    const report = { kind: 'report', id: 'AD-20261123-0001', title: '客户1', detail: 'AD-20261123-0001' }
    expect(await api.search.find({ text: '1123-0001', limit: 9 })).toEqual([report])
    expect((await api.search.find({ text: '客户1', limit: 9 })).map(hit => hit.kind)).toEqual(['client', 'report'])
    expect(await api.search.find({ text: '  ', limit: 9 })).toEqual([])
  })
})
