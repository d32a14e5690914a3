import { expect, it } from 'vitest'
import { purchaseFee } from '../../src-main/domain/diagnosis/account/redemption-fee.ts'
import type { Fund } from '../../src-main/model/fund.ts'

it('a purchase fee in the change plan is taken from outside: 10,000 yuan at 1.5 % pay 147.78, not 150', () => {
  const fund = { fees: { purchase: [{ from: 0, rate: 0.015 }] } } as unknown as Fund
  // 1,000,000 fen - 1,000,000 / 1.015 = 14,778.3
  expect(purchaseFee(fund, 1_000_000)).toBe(14_778)
})
