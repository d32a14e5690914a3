import type { ScorePart, SegmentPack, StyleFigure } from '../../model/segment-pack.ts'
import { styles } from './style-scores.ts'
import { keepMarks } from './tier-of.ts'

/**
 * Facts of n clients, one column a fact, each of length n. NaN stands for "not known"; money in fen.
 * `advisory` is 1 or 0. `previousTier` 0 for none; `previousStyle` 0 for none, else 1 + index in `styles`.
 */
export interface SegmentColumns {
  readonly averageAssets: Float64Array
  readonly latestAssets: Float64Array
  readonly revenue365: Float64Array
  readonly turnover: Float64Array
  readonly tradeDays: Float64Array
  readonly equityShare: Float64Array
  readonly wealthShare: Float64Array
  readonly cashShare: Float64Array
  readonly classes: Float64Array
  readonly topClassShare: Float64Array
  readonly advisory: Float64Array
  readonly tradesInYear: Float64Array
  readonly previousTier: Uint8Array
  readonly previousStyle: Uint8Array
}

/** Of n clients: tier 1..5 and style 1 + index in `styles`, 0 where undetermined; `inactive` 1 or 0. */
export interface SegmentCells {
  readonly tier: Uint8Array
  readonly style: Uint8Array
  readonly inactive: Uint8Array
}

/** Number of marks at or below the value, plus one; four marks spelled out to keep the loop free of calls. */
const rank4 = (value: number, a: number, b: number, c: number, d: number): number =>
  value >= c ? (value >= d ? 5 : 4) : value >= b ? 3 : value >= a ? 2 : 1

interface Part {
  readonly column: Float64Array
  readonly zero: number
  readonly full: number
  readonly span: number
  readonly weight: number
  readonly invert: boolean
}

const bind = (parts: readonly ScorePart[], columns: SegmentColumns): readonly Part[] =>
  parts.map(p => {
    const figure: StyleFigure = p.figure
    return {
      column: columns[figure],
      zero: p.zero,
      full: p.full,
      span: p.full - p.zero,
      weight: p.weight,
      invert: p.invert,
    }
  })

/** NaN as soon as one figure is NaN. */
const scoreAt = (parts: readonly Part[], i: number): number => {
  let score = 0
  for (const p of parts) {
    const value = p.column[i] ?? Number.NaN
    const points = value <= p.zero ? 0 : value >= p.full ? 100 : ((value - p.zero) / p.span) * 100
    score += p.weight * (p.invert ? 100 - points : points)
  }
  return score
}

/**
 * The cells of many clients at once: the same decision as `segmentClient` without the explanations, for re-cutting a
 * book while thresholds move. All columns must have the same length.
 */
export const segmentMany = (columns: SegmentColumns, pack: SegmentPack): SegmentCells => {
  const n = columns.averageAssets.length
  const tier = new Uint8Array(n)
  const style = new Uint8Array(n)
  const inactive = new Uint8Array(n)
  const [a2, a3, a4, a5] = pack.tier.assetMarks
  const [v2, v3, v4, v5] = pack.tier.valueMarks
  const [k2 = a2, k3 = a3, k4 = a4, k5 = a5] = keepMarks(pack)
  const trading = bind(pack.style.scores.trading, columns)
  const wealth = bind(pack.style.scores.wealth, columns)
  const allocation = bind(pack.style.scores.allocation, columns)
  const [first, second, third] = pack.style.tieOrder.map(s => styles.indexOf(s))
  if (first === undefined || second === undefined || third === undefined) throw new RangeError('tie order incomplete')
  const inactiveStyle = styles.indexOf(pack.style.inactive.style) + 1
  const { keepPoints } = pack.style
  const scores = new Float64Array(3)
  for (let i = 0; i < n; i++) {
    const average = columns.averageAssets[i] ?? Number.NaN
    const latest = columns.latestAssets[i] ?? Number.NaN
    const assets = Number.isNaN(average) ? latest : average
    if (assets === 0 && (latest === 0 || Number.isNaN(latest)) && columns.tradesInYear[i] === 0) {
      tier[i] = pack.style.inactive.tier
      style[i] = inactiveStyle
      inactive[i] = 1
      continue
    }
    if (!Number.isNaN(assets)) {
      const value = columns.revenue365[i] ?? Number.NaN
      const valueTier = Number.isNaN(value) ? 0 : rank4(value, v2, v3, v4, v5)
      const assetTier = rank4(assets, a2, a3, a4, a5)
      const fresh = valueTier > assetTier ? assetTier + 1 : assetTier
      const previous = columns.previousTier[i] ?? 0
      if (previous > fresh) {
        const kept = rank4(assets, k2, k3, k4, k5)
        tier[i] = Math.max(fresh, Math.min(previous, valueTier > kept ? kept + 1 : kept))
      } else tier[i] = fresh
    }
    const t = scoreAt(trading, i)
    const w = scoreAt(wealth, i)
    const a = scoreAt(allocation, i)
    if (Number.isNaN(t) || Number.isNaN(w) || Number.isNaN(a)) continue
    scores[0] = t
    scores[1] = w
    scores[2] = a
    let best = first
    if ((scores[second] ?? 0) > (scores[best] ?? 0)) best = second
    if ((scores[third] ?? 0) > (scores[best] ?? 0)) best = third
    const last = (columns.previousStyle[i] ?? 0) - 1
    style[i] = (last >= 0 && (scores[best] ?? 0) - (scores[last] ?? 0) <= keepPoints ? last : best) + 1
  }
  return { tier, style, inactive }
}
