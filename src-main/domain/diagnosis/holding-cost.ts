import type { Fund } from '../../model/fund.ts'

type Fees = Fund['fees']

/** Rate of the step a size or a holding time falls into: the one with the largest `from` not above it; 0 without one. */
export function stepRate(steps: Fees['purchase'], at: number): number {
  let best = -Infinity
  let rate = 0
  for (const step of steps) {
    if (step.from <= at && step.from > best) {
      best = step.from
      rate = step.rate
    }
  }
  return rate
}

/**
 * Total cost of buying for `amount` yuan and selling after `days` days at an unchanged NAV, as a fraction of the amount:
 * the purchase fee from outside (净申购额 = amount / (1 + rate)), the running fees a day (rate / 365), the redemption fee.
 */
export function holdingCost(fees: Fees, amount: number, days: number): number {
  const invested = 1 / (1 + stepRate(fees.purchase, amount))
  const running = ((fees.management + fees.custody + fees.sales) * days) / 365
  return 1 - invested * (1 - running) * (1 - stepRate(fees.redemption, days))
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
