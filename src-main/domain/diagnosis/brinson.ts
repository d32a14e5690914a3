export interface BrinsonPeriod {
  /** Weights and returns by segment, of the portfolio (p) and the benchmark (b). */
  readonly wp: readonly number[]
  readonly wb: readonly number[]
  readonly rp: readonly number[]
  readonly rb: readonly number[]
}

export interface BrinsonTotal {
  readonly allocation: number
  readonly selection: number
  readonly interaction: number
  /** Portfolio less benchmark: the three effects add up to it. */
  readonly active: number
  readonly portfolio: number
  readonly benchmark: number
}

export interface Brinson {
  readonly allocation: readonly number[]
  readonly selection: readonly number[]
  readonly interaction: readonly number[]
  readonly total: BrinsonTotal
}

/**
 * Brinson-Hood-Beebower attribution of one period by segment: allocation `(wp - wb) rb`, selection `wb (rp - rb)`,
 * interaction `(wp - wb)(rp - rb)` (Brinson, Hood, Beebower 1986).
 */
export function brinson(period: BrinsonPeriod): Brinson {
  const { wp, wb, rp, rb } = period
  const allocation = wp.map((w, i) => (w - at(wb, i)) * at(rb, i))
  const selection = wb.map((w, i) => w * (at(rp, i) - at(rb, i)))
  const interaction = wp.map((w, i) => (w - at(wb, i)) * (at(rp, i) - at(rb, i)))
  const portfolio = wp.reduce((sum, w, i) => sum + w * at(rp, i), 0)
  const benchmark = wb.reduce((sum, w, i) => sum + w * at(rb, i), 0)
  return {
    allocation,
    selection,
    interaction,
    total: totalOf(allocation, selection, interaction, portfolio, benchmark),
  }
}

/**
 * Several periods linked by Cariño (1999): effects of period t are scaled by `k_t / k` with
 * `k_t = (ln(1+Rp_t) - ln(1+Rb_t)) / (Rp_t - Rb_t)` and `k` the same of the compounded returns, so that they add up to
 * the compounded active return. `null` where a period or the whole loses everything: its logarithm does not exist.
 * All periods have the same segments in the same order.
 */
export function linkedBrinson(periods: readonly BrinsonPeriod[]): Brinson | null {
  const singles = periods.map(brinson)
  const portfolio = singles.reduce((wealth, s) => wealth * (1 + s.total.portfolio), 1) - 1
  const benchmark = singles.reduce((wealth, s) => wealth * (1 + s.total.benchmark), 1) - 1
  const whole = logRatio(portfolio, benchmark)
  const factors = singles.map(s => logRatio(s.total.portfolio, s.total.benchmark) / whole)
  if (!factors.every(Number.isFinite)) return null
  const linked = (effects: (single: Brinson) => readonly number[]): readonly number[] =>
    (periods[0]?.wp ?? []).map((_, i) =>
      singles.reduce((sum, single, t) => sum + (factors[t] ?? 0) * (effects(single)[i] ?? 0), 0),
    )
  const allocation = linked(s => s.allocation)
  const selection = linked(s => s.selection)
  const interaction = linked(s => s.interaction)
  return {
    allocation,
    selection,
    interaction,
    total: totalOf(allocation, selection, interaction, portfolio, benchmark),
  }
}

/** Cariño's k; its limit 1/(1+R) where both returns are equal. */
function logRatio(portfolio: number, benchmark: number): number {
  const apart = portfolio - benchmark
  // log1p of the relative difference keeps the digits that the difference of two logarithms loses.
  return Math.abs(apart) < 1e-15 ? 1 / (1 + portfolio) : Math.log1p(apart / (1 + benchmark)) / apart
}

function totalOf(
  allocation: readonly number[],
  selection: readonly number[],
  interaction: readonly number[],
  portfolio: number,
  benchmark: number,
): BrinsonTotal {
  return {
    allocation: sumOf(allocation),
    selection: sumOf(selection),
    interaction: sumOf(interaction),
    active: portfolio - benchmark,
    portfolio,
    benchmark,
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

function at(values: readonly number[], i: number): number {
  return values[i] ?? 0
}
