export interface DietzInput {
  readonly begin: number
  readonly end: number
  /** Length of the period in days, above 0. */
  readonly days: number
  /** Day within the period (0..days) and amount, money paid in positive; a flow counts from the end of its day. */
  readonly flows: readonly (readonly [day: number, amount: number])[]
}

export type DietzRate = { readonly rate: number } | { readonly rate: null; readonly reason: 'no-capital' }

/**
 * Modified Dietz return of one period: `(end - begin - F) / (begin + sum w_i F_i)`, `w_i = (days - day_i) / days`.
 * No rate where the average capital is not positive. Source: GIPS, Dietz 1966.
 */
export function modifiedDietz(input: DietzInput): DietzRate {
  let net = 0
  let capital = input.begin
  for (const [day, amount] of input.flows) {
    net += amount
    capital += (amount * (input.days - day)) / input.days
  }
  if (!(capital > 0)) return { rate: null, reason: 'no-capital' }
  return { rate: (input.end - input.begin - net) / capital }
}
