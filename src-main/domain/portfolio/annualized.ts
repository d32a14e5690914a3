/** A total return over calendar days as a return a year, ACT/365: `(1 + R)^(365/days) - 1`. */
export function annualized(totalReturn: number, days: number): number {
  return (1 + totalReturn) ** (365 / days) - 1
}

/** A total return over `n` periods as a return a year of `periodsPerYear` periods. */
export function annualizedByPeriods(totalReturn: number, n: number, periodsPerYear: number): number {
  return (1 + totalReturn) ** (periodsPerYear / n) - 1
}
