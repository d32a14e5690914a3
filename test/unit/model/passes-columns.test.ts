import { describe, expect, it } from 'vitest'
import { ColumnFilters } from '../../../src-main/model/column-filter.ts'
import { passesColumns, type FilteredClient } from '../../../src-main/model/passes-columns.ts'

const client: FilteredClient = {
  name: 'Lu Zhiyuan 陆知远',
  id: 'C0003107',
  phoneTail: '3107',
  branch: '远岫路营业部',
  tags: ['关注', '家族信托'],
  assets: 1_000_000,
  cash: null,
  revenue365: 0,
  holdings: 3,
  mismatch: 2,
  undetermined: 0,
  overdueDays: 0,
  validUntil: '2026-12-18',
  lastContact: null,
  dueOn: '2026-11-23',
  tier: 5,
  style: 'allocation',
  riskCapacity: 'C3',
  investorType: 'ordinary',
  inactive: false,
}
const passes = (...filters: readonly object[]) => passesColumns(ColumnFilters.parse(filters))(client)

describe('filters of the columns', () => {
  it.each([
    [{ kind: 'text', field: 'name', text: 'zhi LU' }, true],
    [{ kind: 'text', field: 'name', text: 'lu wang' }, false],
    [{ kind: 'text', field: 'tags', text: '家族' }, true],
    [{ kind: 'text', field: 'branch', text: '总部' }, false],
    // both ends belong to the range
    [{ kind: 'number', field: 'assets', from: 1_000_000, to: 1_000_000 }, true],
    [{ kind: 'number', field: 'assets', from: null, to: 999_999 }, false],
    [{ kind: 'number', field: 'revenue365', from: 0, to: null }, true],
    // a missing figure is in no range
    [{ kind: 'number', field: 'cash', from: null, to: 1 }, false],
    [{ kind: 'date', field: 'dueOn', from: '2026-11-23', to: '2026-11-23', missing: false }, true],
    [{ kind: 'date', field: 'dueOn', from: '2026-11-24', to: null, missing: false }, false],
    [{ kind: 'date', field: 'lastContact', from: '2026-01-01', to: null, missing: false }, false],
    [{ kind: 'date', field: 'lastContact', from: '2026-01-01', to: null, missing: true }, true],
    // only those without a day
    [{ kind: 'date', field: 'dueOn', from: null, to: null, missing: true }, false],
    [{ kind: 'set', field: 'tier', values: ['4', '5'] }, true],
    [{ kind: 'set', field: 'style', values: ['none'] }, false],
    [{ kind: 'set', field: 'riskCapacity', values: ['C3'] }, true],
    [{ kind: 'set', field: 'activity', values: ['inactive'] }, false],
  ])('%j -> %s', (filter, expected) => {
    expect(passes(filter)).toBe(expected)
  })

  it('wants every filter, and without any lets everybody pass', () => {
    const five = { kind: 'set', field: 'tier', values: ['5'] }
    expect(passes()).toBe(true)
    expect(passes(five, { kind: 'number', field: 'mismatch', from: 1, to: null })).toBe(true)
    expect(passes(five, { kind: 'number', field: 'mismatch', from: 3, to: null })).toBe(false)
  })

  it('tells a professional, a client without cell and one without level apart', () => {
    const one = passesColumns(
      ColumnFilters.parse([
        { kind: 'set', field: 'tier', values: ['none'] },
        { kind: 'set', field: 'riskCapacity', values: ['none'] },
      ]),
    )
    const lost = { ...client, tier: null, riskCapacity: null }
    expect(one(lost)).toBe(true)
    expect(one({ ...lost, investorType: 'professional' })).toBe(false)
    expect(one({ ...lost, tier: 1 })).toBe(false)
  })

  it.each([
    [[{ kind: 'text', field: 'name', text: '  ' }]],
    [[{ kind: 'number', field: 'assets', from: null, to: null }]],
    [[{ kind: 'number', field: 'assets', from: 2, to: 1 }]],
    [[{ kind: 'set', field: 'tier', values: ['6'] }]],
    [[{ kind: 'number', field: 'name', from: 1, to: 2 }]],
    [
      [
        { kind: 'set', field: 'tier', values: ['5'] },
        { kind: 'set', field: 'tier', values: ['4'] },
      ],
    ],
  ])('is refused: %j', filters => {
    expect(ColumnFilters.safeParse(filters).success).toBe(false)
  })
})
