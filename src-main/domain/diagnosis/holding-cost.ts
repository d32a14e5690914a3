import type { Fund } from '../../model/fund.ts'
import { redemption, runningCost, stepRate, subscription } from '../portfolio/fund-fees.ts'

type Fees = Fund['fees']

/**
 * Total cost of buying for `amount` yuan and selling after `days` days at an unchanged NAV, as a fraction of the amount:
 * the purchase fee from outside, the running fees a day, the redemption fee; a step nobody states costs nothing.
 */
export function holdingCost(fees: Fees, amount: number, days: number): number {
  const bought = subscription(1, stepRate(fees.purchase, amount) ?? 0).net
  const worth = bought * (1 - runningCost(fees, days))
  return 1 - redemption(worth, stepRate(fees.redemption, days) ?? 0).net
}

/** The first holding time in days from which on `a` costs no more than `c`; `null` when it does not happen in ten years. */
export function breakEvenDays(a: Fees, c: Fees, amount: number): number | null {
  const most = 3650
  let last = most + 1
  for (let days = most; days >= 1; days--) {
    if (holdingCost(a, amount, days) > holdingCost(c, amount, days) + 1e-12) break
    last = days
  }
  return last > most ? null : last
}
