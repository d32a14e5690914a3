export interface RiskInput {
  readonly weights: readonly number[]
  /** Volatilities of the parts, any one period. */
  readonly volatilities: readonly number[]
  /** Square, symmetric, 1 on the diagonal. */
  readonly correlations: readonly (readonly number[])[]
}

export interface PortfolioRisk {
  readonly volatility: number | null
  /** Each part's share of the volatility, in its unit: they add up to it (Euler). */
  readonly contributions: readonly (number | null)[]
  readonly diversificationRatio: number | null
  readonly hhi: number | null
  readonly effectiveNumber: number | null
}

/**
 * Volatility of a portfolio, `contribution_i = w_i (C w)_i / volatility`, diversification ratio
 * `sum w_i s_i / volatility` (Choueifaty 2008) and concentration. Volatility is `null` for a matrix that gives a
 * negative variance: it is no correlation matrix.
 */
export function portfolioRisk(input: RiskInput): PortfolioRisk {
  const { weights, volatilities, correlations } = input
  const marginal = weights.map((_, i) => {
    let sum = 0
    for (let j = 0; j < weights.length; j++)
      sum += (weights[j] ?? 0) * (volatilities[j] ?? 0) * (correlations[i]?.[j] ?? 0)
    return sum * (volatilities[i] ?? 0)
  })
  let variance = 0
  let size = 0
  let plain = 0
  weights.forEach((w, i) => {
    variance += w * (marginal[i] ?? 0)
    plain += w * (volatilities[i] ?? 0)
    size += Math.abs(w * (volatilities[i] ?? 0))
  })
  const rounding = 1e-14 * size * size
  const volatility = variance < -rounding ? null : variance <= rounding ? 0 : Math.sqrt(variance)
  const hhi = concentration(weights)
  return {
    volatility,
    contributions: weights.map((w, i) =>
      volatility === null ? null : volatility === 0 ? 0 : (w * (marginal[i] ?? 0)) / volatility,
    ),
    diversificationRatio: volatility === null || volatility === 0 ? null : plain / volatility,
    hhi,
    effectiveNumber: hhi === null ? null : 1 / hhi,
  }
}

/** Herfindahl-Hirschman index `sum (w_i / sum w)^2`; `null` without a positive sum. */
export function concentration(weights: readonly number[]): number | null {
  let sum = 0
  let squares = 0
  for (const w of weights) {
    sum += w
    squares += w * w
  }
  return sum > 0 ? squares / (sum * sum) : null
}

/** Share of the `count` largest parts in a total (CR5, CR10), in the unit of the weights over that of the total. */
export function largestShare(weights: readonly number[], count: number, total = 1): number {
  const top = weights.toSorted((a, b) => b - a).slice(0, count)
  return top.reduce((sum, w) => sum + w, 0) / total
}
