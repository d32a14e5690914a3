import { describe, expect, it } from 'vitest'
import type { ClientRow } from '../../../src-main/contract/clients.ts'
import { clientFilter } from '../../../src-renderer/features/clients/client-filter.ts'

const row: ClientRow = {
  id: 'C0003107',
  name: '陆知远',
  search: '陆知远 luzhiyuan lzy c0003107 3107',
  tier: 5,
  style: 'allocation',
  assets: 1,
  cash: 1,
  revenue365: 1,
  investorType: 'ordinary',
  riskCapacity: 'C3',
  waitingCapacity: null,
  validUntil: '2026-12-18',
  holdings: 3,
  mismatch: 2,
  undetermined: 0,
  lastContact: null,
  overdueDays: 0,
  dueOn: null,
  phoneTail: '3107',
  branch: null,
  tags: [],
  inactive: false,
}
const all = { text: '', cells: [], ids: null, view: 'all', columns: [], today: '2026-11-23' } as const

describe('the filter of the clients grid', () => {
  it.each(['陆', 'lzy', 'luzhi', '3107', 'c0003107', ' LZY 3107 '])('finds a client by %s', text => {
    expect(clientFilter({ ...all, text })?.(row)).toBe(true)
  })

  it('is none where nothing is asked', () => {
    expect(clientFilter(all)).toBeUndefined()
    expect(clientFilter({ ...all, text: '  ' })).toBeUndefined()
  })

  it('wants every typed word', () => {
    expect(clientFilter({ ...all, text: 'lzy 9999' })?.(row)).toBe(false)
  })

  it('keeps to the clients of one place of another cut, and to those who are due', () => {
    expect(clientFilter({ ...all, ids: new Set([row.id]) })?.(row)).toBe(true)
    expect(clientFilter({ ...all, ids: new Set(['other']) })?.(row)).toBe(false)
    expect(clientFilter({ ...all, view: 'due' })?.({ ...row, dueOn: '2026-11-23' })).toBe(true)
    expect(clientFilter({ ...all, view: 'due' })?.({ ...row, dueOn: '2026-11-24' })).toBe(false)
  })

  it('keeps to the cell that the matrix opened', () => {
    expect(clientFilter({ ...all, cells: ['4-wealth', '5-allocation'] })?.(row)).toBe(true)
    expect(clientFilter({ ...all, cells: ['5-wealth'] })?.(row)).toBe(false)
  })

  it('joins the filters of the columns to the rest', () => {
    const columns = [{ kind: 'number', field: 'assets', from: 2, to: null }] as const
    expect(clientFilter({ ...all, text: 'lzy', columns })?.(row)).toBe(false)
    expect(clientFilter({ ...all, text: 'lzy', columns })?.({ ...row, assets: 2 })).toBe(true)
  })

  it('takes a missing questionnaire for a lapsed one, and a professional for neither', () => {
    const view = clientFilter({ ...all, view: 'expired' })
    expect(view?.(row)).toBe(false)
    expect(view?.({ ...row, validUntil: '2026-11-22' })).toBe(true)
    expect(view?.({ ...row, validUntil: null })).toBe(true)
    expect(view?.({ ...row, validUntil: null, investorType: 'professional' })).toBe(false)
  })
})
