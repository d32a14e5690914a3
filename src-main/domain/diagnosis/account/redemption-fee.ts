import type { Fund } from '../../../model/fund.ts'
import { redemption, stepRate, subscription } from '../../portfolio/fund-fees.ts'
import type { Held } from './account-facts.ts'

/** Fen to redeem `amount` of a holding today, first lots first; null where the fund states no steps. */
export function redemptionFee(held: Held, amount: number, today: number): number | null {
  const steps = held.fund?.fees.redemption ?? []
  const units = held.ledger.heldUnits
  if (steps.length === 0 || units <= 0 || held.value <= 0) return null
  const price = held.value / units
  let left = amount
  let fee = 0
  for (const lot of held.ledger.position.lots) {
    if (left <= 0) break
    const part = Math.min(left, lot.units * price)
    fee += redemption(part, stepRate(steps, today - lot.openedOn) ?? 0).fee
    left -= part
  }
  return Math.round(fee)
}

/** Fen of fee within a payment of `amount` fen, taken from outside; null where the fund states no steps. */
export function purchaseFee(fund: Fund | null, amount: number): number | null {
  const rate = fund === null ? null : stepRate(fund.fees.purchase, amount / 100)
  return rate === null ? null : Math.round(subscription(amount, rate).fee)
}
