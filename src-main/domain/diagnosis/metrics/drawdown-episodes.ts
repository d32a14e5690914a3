import type { Drawdown } from '../../../model/calc/metric-keys.ts'
import { PEAK_SLACK } from './fill-path.ts'

/** Positions are indices of W_0..W_n. */
export interface DrawdownEpisode {
  readonly depth: number
  readonly peak: number
  readonly trough: number
  readonly recovery: number | null
}

/** All drawdown episodes of the returns in order of time; the last one is open while its old peak is not reached. */
export function drawdownEpisodes(returns: ArrayLike<number>): readonly DrawdownEpisode[] {
  const episodes: DrawdownEpisode[] = []
  let ratio = 1
  let floor = 1
  let peak = 0
  let trough = 0
  for (let t = 1; t <= returns.length; t++) {
    ratio *= 1 + (returns[t - 1] as number)
    if (ratio >= 1 - PEAK_SLACK) {
      if (floor < 1) episodes.push({ depth: 1 - floor, peak, trough, recovery: t })
      floor = 1
      ratio = 1
      peak = t
    } else if (ratio < floor) {
      floor = ratio
      trough = t
    }
  }
  if (floor < 1) episodes.push({ depth: 1 - floor, peak, trough, recovery: null })
  return episodes
}

/**
 * The deepest drawdowns, deepest first. `dates` may hold one date a return (then the start has none and a peak there is
 * `null`) or one more, the first being that of W_0. Lengths in periods; an open one counts up to the end.
 */
export function deepestDrawdowns(
  returns: ArrayLike<number>,
  dates: readonly string[] | undefined,
  count: number,
): readonly Drawdown[] {
  const n = returns.length
  const shift = dates === undefined || dates.length > n ? 0 : 1
  const at = (t: number): string | number | null => (dates === undefined ? t : (dates[t - shift] ?? null))
  return drawdownEpisodes(returns)
    .toSorted((a, b) => b.depth - a.depth || a.peak - b.peak)
    .slice(0, count)
    .map(e => ({
      depth: e.depth,
      peak: at(e.peak),
      trough: at(e.trough),
      recovery: e.recovery === null ? null : at(e.recovery),
      length: (e.recovery ?? n) - e.peak,
      toTrough: e.trough - e.peak,
      recoveryLength: e.recovery === null ? null : e.recovery - e.trough,
    }))
}
