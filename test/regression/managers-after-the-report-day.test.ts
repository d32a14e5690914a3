import { expect, it } from 'vitest'
import { diagnoseFund } from '../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { IsoDate } from '../../src-main/model/units.ts'
import { syntheticInput } from '../helpers/fund-input.ts'

// 韩叙 follows 旧任 on 2020-06-15; a report of the year before told of him, and counted him as a change.
it('a report of an earlier day knows nothing of the manager who came after it', () => {
  const report = diagnoseFund(syntheticInput({ asOf: IsoDate.parse('2019-12-31') }))
  expect(report.profile.managers).toEqual([{ name: '旧任', since: '2018-03-06' }])
  expect(report.manager.rows.map(row => [row.name, row.to])).toEqual([['旧任', null]])
  expect(report.manager.changesInThreeYears.value).toBe(0)
  const since = report.performance.periods.find(p => p.id === 'sinceManager')
  expect(since?.window?.from).toBe(report.performance.periods.find(p => p.id === 'sinceInception')?.window?.from)
})
