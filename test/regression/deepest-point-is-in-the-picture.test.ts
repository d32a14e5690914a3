import { expect, it } from 'vitest'
import { diagnoseAccount } from '../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { diagnoseFund } from '../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { accountInput } from '../helpers/account-input.ts'
import { syntheticInput } from '../helpers/fund-input.ts'

// pictures are thinned to a few hundred days: the label under the curve named a day beside the deepest one
it('of a fund, on the day and as deep as the table of drawdowns says', () => {
  const { underwater, drawdowns } = diagnoseFund(syntheticInput()).risk
  const deepest = Math.min(...underwater.fund)
  expect(-deepest).toBeCloseTo(drawdowns[0]?.depth.value ?? 0, 5)
  expect(underwater.dates[underwater.fund.indexOf(deepest)]).toBe(drawdowns[0]?.trough)
  expect(underwater.dates).toEqual(underwater.dates.toSorted())
})

it('of an account, as deep as the largest drawdown since the first record', () => {
  const { performance } = diagnoseAccount(accountInput())
  const whole = performance.periods.find(p => p.kind === 'sinceStart')
  expect(-Math.min(...performance.returns.map(r => r.drawdown))).toBeCloseTo(whole?.maxDrawdown.value ?? 0, 9)
})
