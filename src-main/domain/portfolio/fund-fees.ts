/** A fee by steps: `rate` from `from` on (yuan for a purchase, days held for a redemption), in any order. */
export type FeeSteps = readonly { readonly from: number; readonly rate: number }[]

/** Rate of the step with the largest `from` not above `at`; `null` where no step is stated for it. */
export function stepRate(steps: FeeSteps, at: number): number | null {
  let best: FeeSteps[number] | null = null
  for (const step of steps) if (step.from <= at && (best === null || step.from >= best.from)) best = step
  return best?.rate ?? null
}

export interface Subscription {
  /** What is invested, in the unit of the amount. */
  readonly net: number
  readonly fee: number
}

/** The fee from outside (外扣法, fund contracts): net = amount / (1 + rate), fee = amount - net. */
export function subscription(amount: number, rate: number): Subscription {
  const net = amount / (1 + rate)
  return { net, fee: amount - net }
}

/** A redemption: the fee is taken from units x NAV. */
export function redemption(gross: number, rate: number): { readonly fee: number; readonly net: number } {
  const fee = gross * rate
  return { fee, net: gross - fee }
}

export interface RunningFees {
  readonly management: number
  readonly custody: number
  readonly sales: number
}

/** Running fees a year as a fraction; `null` where no fee of the fund is stated at all, which is not a fund without fees. */
export function yearlyFees(
  fees: RunningFees & { readonly purchase: FeeSteps; readonly redemption: FeeSteps },
): number | null {
  const sum = fees.management + fees.custody + fees.sales
  return sum === 0 && fees.purchase.length + fees.redemption.length === 0 ? null : sum
}

/** Fees taken from the NAV day by day over `days`, as a fraction: yearly rate x days / 365. */
export function runningCost(fees: RunningFees, days: number): number {
  return ((fees.management + fees.custody + fees.sales) * days) / 365
}

/** Turnover as Chinese reports define it: (buys + sells) / 2 over the average value; `null` without one. */
export function turnover(buys: number, sells: number, average: number): number | null {
  return average > 0 ? (buys + sells) / 2 / average : null
}
