/** Every single-number metric, in the order of its slot in a metric vector; `null` stands where one is not defined. */
export const METRIC_KEYS = [
  'totalReturn',
  'annualReturn',
  'annualVolatility',
  'downsideDeviation',
  'sharpe',
  'sortino',
  'maxDrawdown',
  'calmar',
  'ulcerIndex',
  'painIndex',
  'averageDrawdown',
  'averageDrawdownLength',
  'averageRecovery',
  'omega',
  'skewness',
  'excessKurtosis',
  'valueAtRisk95',
  'conditionalValueAtRisk95',
  'valueAtRisk95Gaussian',
  'valueAtRisk95Modified',
  'tailRatio',
  'winRate',
  'best',
  'worst',
  'longestWinStreak',
  'longestLossStreak',
  'beta',
  'alpha',
  'correlation',
  'rSquared',
  'trackingError',
  'informationRatio',
  'treynor',
  'mSquared',
  'betaBull',
  'betaBear',
  'upCapture',
  'downCapture',
] as const

export type MetricKey = (typeof METRIC_KEYS)[number]

export interface TimingRegression {
  /** Per period, not annualised. */
  readonly alpha: number | null
  readonly beta: number | null
  readonly gamma: number | null
  readonly gammaT: number | null
}

export interface Drawdown {
  /** Positive fraction of the peak. */
  readonly depth: number
  /** Dates when given, else indices of W_0..W_n; `null` for W_0 when only the dates of the returns are known. */
  readonly peak: string | number | null
  readonly trough: string | number | null
  readonly recovery: string | number | null
  /** Periods from the peak to the recovery, to the end of the series while it is open. */
  readonly length: number
  readonly toTrough: number
  readonly recoveryLength: number | null
}

export type MetricValues = { readonly [key in MetricKey]: number | null }

export type Metrics = MetricValues & {
  readonly treynorMazuy: TimingRegression
  readonly henrikssonMerton: TimingRegression
  readonly drawdowns: readonly Drawdown[]
}
