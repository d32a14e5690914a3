import { expect, it } from 'vitest'
import { diagnoseFund } from '../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { renderFundReport } from '../../src-main/domain/report/render-fund-report.ts'
import { syntheticFund, syntheticInput } from '../helpers/fund-input.ts'
import { reportSetup } from '../helpers/report-fixtures.ts'

// The NAV of the input begins on 2018-03-06.
const old = syntheticFund({
  inceptionOn: '2009-04-01',
  managers: [{ name: '韩叙', from: '2011-05-01', to: null }],
})

it('does not call a return since the first stored NAV one since inception', () => {
  const report = diagnoseFund(syntheticInput({ fund: old }))
  expect(report.conventions.start).toEqual({ kind: 'data', on: '2018-03-06' })
  const { html } = renderFundReport(report, reportSetup())
  expect(html).toContain('有数据以来')
  expect(html).toContain('净值数据自 2018-03-06 起')
  expect(html).not.toContain('成立以来')
})

it('gives no return of a manager or a window from before the first stored NAV, and says why', () => {
  const { performance, manager } = diagnoseFund(syntheticInput({ fund: old }))
  const reason = (id: string): string | null | undefined => performance.periods.find(p => p.id === id)?.fund.reason
  expect(reason('sinceManager')).toBe('beforeData')
  expect(reason('10y')).toBe('beforeData')
  expect(manager.rows[0]?.return.reason).toBe('beforeData')
})

it('keeps since inception for a fund whose first NAV came a few days after it', () => {
  const late = syntheticFund({ inceptionOn: '2018-03-01', managers: [{ name: '韩叙', from: '2018-03-01', to: null }] })
  const { conventions, performance } = diagnoseFund(syntheticInput({ fund: late }))
  expect(conventions.start?.kind).toBe('inception')
  expect(performance.periods.find(p => p.id === 'sinceManager')?.fund.value).not.toBeNull()
  expect(performance.periods.find(p => p.id === '10y')?.fund.reason).toBe('shorterThanWindow')
})
