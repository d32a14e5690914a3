export interface CampisiInput {
  /** Total return of the bond fund over the window. */
  readonly total: number
  /** Modified duration in years. */
  readonly duration: number
  /** Days and yields a year, aligned, ascending; treasury and credit at the fund's duration. */
  readonly days: ArrayLike<number>
  readonly treasury: ArrayLike<number>
  readonly credit: ArrayLike<number>
}

export interface Campisi {
  readonly income: number
  readonly treasury: number
  readonly spread: number
  readonly selection: number
}

/**
 * Splits a bond return (Campisi 2000): income is the credit yield earned day by day (ACT/365), the treasury effect
 * `-D` times the move of the treasury yield, the spread effect `-D` times the move of credit over treasury, selection
 * the rest; they add up to the total.
 */
export function campisi(input: CampisiInput): Campisi {
  const { days, treasury, credit, duration } = input
  const last = days.length - 1
  let income = 0
  for (let i = 0; i < last; i++) income += ((credit[i] ?? 0) * ((days[i + 1] ?? 0) - (days[i] ?? 0))) / 365
  const shift = (treasury[last] ?? 0) - (treasury[0] ?? 0)
  const widening = (credit[last] ?? 0) - (credit[0] ?? 0) - shift
  const treasuryEffect = -duration * shift
  const spread = -duration * widening
  return { income, treasury: treasuryEffect, spread, selection: input.total - income - treasuryEffect - spread }
}
