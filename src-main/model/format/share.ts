import { formatNumber, formatSigned, MISSING } from './number.ts'

/** Return of a fraction: 0.0738 -> `+7.38%`. */
export const formatReturn = (fraction: number | null, digits = 2): string =>
  fraction === null ? MISSING : `${formatSigned(fraction * 100, digits)}%`

/** Return for a column that names the percent in its header: 0.0738 -> `+7.38`. */
export const formatReturnPlain = (fraction: number | null, digits = 2): string =>
  formatSigned(fraction === null ? null : fraction * 100, digits)

/** Share of a fraction: 0.176 -> `17.6%`. */
export const formatShare = (fraction: number | null, digits = 1): string =>
  fraction === null ? MISSING : `${formatNumber(fraction * 100, digits)}%`

/** Share for a column that names the percent in its header: 0.176 -> `17.6`. */
export const formatSharePlain = (fraction: number | null, digits = 1): string =>
  formatNumber(fraction === null ? null : fraction * 100, digits)

/** Difference of two fractions in percentage points, the unit stands beside it: 0.165 -> `+16.5`. */
export const formatPoints = (difference: number | null, digits = 1): string =>
  formatSigned(difference === null ? null : difference * 100, digits)

/** Pure number: Sharpe, beta, HHI: `0.27`. */
export const formatRatio = (n: number | null, digits = 2): string => formatNumber(n, digits)

/** Score 0..100, an integer. */
export const formatScore = (n: number | null): string => formatNumber(n, 0)

/** Count of things: `1,155`. */
export const formatCount = (n: number | null): string => formatNumber(n, 0)

/** Largest drawdown under its own label: positive, `8.96%`, whatever sign it was stored with. */
export const formatDrawdown = (fraction: number | null, digits = 2): string =>
  fraction === null ? MISSING : `${formatNumber(Math.abs(fraction) * 100, digits)}%`
