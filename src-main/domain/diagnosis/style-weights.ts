import { simplexLeastSquares } from './simplex-least-squares.ts'

export interface StyleInput {
  /** Returns of the fund, one a period. */
  readonly fund: ArrayLike<number>
  /** Returns of each style index, aligned with the fund. */
  readonly styles: Readonly<Record<string, ArrayLike<number>>>
}

export interface StyleWeights {
  readonly weights: Readonly<Record<string, number>>
  /** Share of the fund's variance the style mix explains; `null` for a fund that does not move. */
  readonly rSquared: number | null
}

/**
 * Returns-based style analysis (Sharpe 1992): the long-only mix of style indices, weights adding up to 1, with the least
 * variance of the residual. Needs at least one style and two returns.
 */
export function styleWeights(input: StyleInput): StyleWeights {
  const names = Object.keys(input.styles)
  const n = input.fund.length
  const fund = centred(input.fund, n)
  const columns = names.map(name => centred(input.styles[name] ?? [], n))
  const covariance = columns.map(a => columns.map(b => dot(a, b) / n))
  const cross = columns.map(a => dot(a, fund) / n)
  const weights = simplexLeastSquares(covariance, cross)
  let residual = 0
  for (let t = 0; t < n; t++) {
    let e = fund[t] ?? 0
    columns.forEach((column, i) => {
      e -= (weights[i] ?? 0) * (column[t] ?? 0)
    })
    residual += e * e
  }
  const total = dot(fund, fund)
  return {
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])),
    rSquared: total > 0 ? 1 - residual / total : null,
  }
}

function centred(values: ArrayLike<number>, n: number): Float64Array {
  let sum = 0
  for (let i = 0; i < n; i++) sum += values[i] ?? 0
  return Float64Array.from({ length: n }, (_, i) => (values[i] ?? 0) - sum / n)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
