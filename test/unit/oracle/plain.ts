/** The figures once more, straight from their definitions: slow, obvious, and sharing no line with the program. */

export const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0)
export const mean = (xs: readonly number[]): number => sum(xs) / xs.length
const deviation = (xs: readonly number[]): number => {
  const m = mean(xs)
  return Math.sqrt(sum(xs.map(x => (x - m) ** 2)) / (xs.length - 1))
}
const wealth = (returns: readonly number[]): number[] => {
  const out = [1]
  for (const r of returns) out.push((out.at(-1) ?? 1) * (1 + r))
  return out
}

export const plainReturns = (levels: readonly number[]): number[] =>
  levels.slice(1).map((level, i) => level / (levels[i] ?? 1) - 1)

export const plainMetrics = (r: readonly number[], perYear: number, f: number) => {
  const w = wealth(r)
  const total = (w.at(-1) ?? 1) - 1
  const excess = r.map(x => x - f)
  const downside = Math.sqrt(mean(r.map(x => Math.min(x - f, 0) ** 2))) * Math.sqrt(perYear)
  // Every pair of an earlier and a later day.
  let deepest = 0
  for (let i = 0; i < w.length; i++)
    for (let j = i + 1; j < w.length; j++) deepest = Math.max(deepest, 1 - (w[j] ?? 1) / (w[i] ?? 1))
  return {
    totalReturn: total,
    annualReturn: (1 + total) ** (perYear / r.length) - 1,
    annualVolatility: deviation(r) * Math.sqrt(perYear),
    downsideDeviation: downside,
    sharpe: (mean(excess) / deviation(excess)) * Math.sqrt(perYear),
    sortino: (mean(excess) * perYear) / downside,
    maxDrawdown: deepest,
  }
}

export const plainAgainst = (r: readonly number[], b: readonly number[], perYear: number, f: number) => {
  const [y, x] = [r.map(v => v - f), b.map(v => v - f)]
  const [my, mx] = [mean(y), mean(x)]
  const beta = sum(y.map((v, i) => (v - my) * ((x[i] ?? 0) - mx))) / sum(x.map(v => (v - mx) ** 2))
  const active = r.map((v, i) => v - (b[i] ?? 0))
  const te = deviation(active) * Math.sqrt(perYear)
  return {
    beta,
    alpha: (my - beta * mx) * perYear,
    trackingError: te,
    informationRatio: (mean(active) * perYear) / te,
  }
}

const determinant = (m: readonly (readonly number[])[]): number => {
  if (m.length === 1) return m[0]?.[0] ?? 0
  return sum(
    (m[0] ?? []).map((v, c) => {
      const minor = m.slice(1).map(row => row.filter((_, j) => j !== c))
      return (c % 2 === 0 ? 1 : -1) * v * determinant(minor)
    }),
  )
}

/** Least squares by the normal equations and Cramer's rule; the t-value of the last coefficient from the inverse matrix. */
export const plainRegression = (y: readonly number[], columns: readonly (readonly number[])[]) => {
  const k = columns.length
  const xx = columns.map(a => columns.map(b => sum(a.map((v, i) => v * (b[i] ?? 0)))))
  const xy = columns.map(a => sum(a.map((v, i) => v * (y[i] ?? 0))))
  const d = determinant(xx)
  const at = columns.map((_, c) => determinant(xx.map((row, i) => row.map((v, j) => (j === c ? (xy[i] ?? 0) : v)))) / d)
  const residuals = y.map((v, i) => v - sum(columns.map((column, c) => (at[c] ?? 0) * (column[i] ?? 0))))
  const variance = sum(residuals.map(e => e * e)) / (y.length - k)
  const last = determinant(xx.slice(0, -1).map(row => row.slice(0, -1))) / d
  return { coefficients: at, t: (at[k - 1] ?? 0) / Math.sqrt(variance * last) }
}

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

/** Yearly rate that makes the flows worth nothing today, by halving an interval. */
export const plainXirr = (flows: readonly (readonly [string, number])[]): number => {
  const first = Math.min(...flows.map(([date]) => day(date)))
  const worth = (rate: number): number =>
    sum(flows.map(([date, amount]) => amount / (1 + rate) ** ((day(date) - first) / 365)))
  let [low, high] = [-0.9999, 100]
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2
    if (worth(low) > 0 === worth(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** One entry for each hundredth of a unit bought, oldest first: what the sales earned. */
export const plainFirstIn = (events: readonly { readonly units: number; readonly unitPrice: number }[]): number => {
  const queue: number[] = []
  let profit = 0
  for (const { units, unitPrice } of events)
    if (units > 0) for (let i = 0; i < units; i++) queue.push(unitPrice)
    else for (let i = 0; i < -units; i++) profit += unitPrice - (queue.shift() ?? unitPrice)
  return profit
}

/** How much the volatility moves when one weight moves a little, times the weight. */
export const plainContributions = (w: readonly number[], s: readonly number[], c: readonly (readonly number[])[]) => {
  const volatility = (weights: readonly number[]): number =>
    Math.sqrt(
      sum(weights.map((a, i) => sum(weights.map((b, j) => a * b * (s[i] ?? 0) * (s[j] ?? 0) * (c[i]?.[j] ?? 0))))),
    )
  const h = 1e-6
  return w.map((weight, i) => {
    const moved = (by: number): number[] => w.map((v, j) => (j === i ? v + by : v))
    return (weight * (volatility(moved(h)) - volatility(moved(-h)))) / (2 * h)
  })
}
