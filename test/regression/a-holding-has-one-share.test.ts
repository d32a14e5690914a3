import { expect, it } from 'vitest'
import { diagnoseAccount } from '../../src-main/domain/diagnosis/account/diagnose-account.ts'
import { accountInput } from '../helpers/account-input.ts'

// the list of holdings printed shares that add up, the other tables of the same report each holding's own: 8.0 here and 7.9 there
it('is the same in every table of an account, and all of them add up', () => {
  const { holdings, concentration, suitability } = diagnoseAccount(accountInput())
  const listed = new Map(holdings.map(line => [line.code, line.share.value]))
  expect([...listed.values()].reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9)
  const others = [
    ...concentration.riskContributions.map(row => [row.code, row.share.value] as const),
    ...concentration.products.map(row => [row.key, row.share.value] as const),
    ...suitability.holdings.map(row => [row.code, row.share.value] as const),
  ]
  expect(others.length).toBeGreaterThan(6)
  for (const [code, share] of others) {
    expect([code, share]).toEqual([code, listed.get(code)])
    expect((share ?? 0) * 1000).toBeCloseTo(Math.round((share ?? 0) * 1000), 9)
  }
})
