export interface AdjustedNavInput {
  /** Unit NAV in order of time, each above 0. */
  readonly nav: ArrayLike<number>
  /** Cash a unit paid on the ex-dividend day, 0 elsewhere. */
  readonly dividends?: ArrayLike<number> | undefined
  /** New units for one old unit on the day of a split or conversion, 1 elsewhere. */
  readonly splits?: ArrayLike<number> | undefined
}

export interface AdjustedNav {
  /** Starts at the first NAV and compounds the returns: dividends are reinvested at the ex-dividend NAV. */
  readonly adjusted: Float64Array
  /** One less than NAVs: `(NAV_t * split_t + dividend_t) / NAV_(t-1) - 1`. */
  readonly returns: Float64Array
}

/** Adjusted NAV (复权净值) and the returns on it. */
export function adjustedNav(input: AdjustedNavInput): AdjustedNav {
  const { nav, dividends, splits } = input
  const n = nav.length
  const adjusted = new Float64Array(n)
  const returns = new Float64Array(Math.max(0, n - 1))
  if (n > 0) adjusted[0] = nav[0] as number
  for (let t = 1; t < n; t++) {
    const growth = ((nav[t] as number) * (splits?.[t] ?? 1) + (dividends?.[t] ?? 0)) / (nav[t - 1] as number)
    returns[t - 1] = growth - 1
    adjusted[t] = (adjusted[t - 1] as number) * growth
  }
  return { adjusted, returns }
}
