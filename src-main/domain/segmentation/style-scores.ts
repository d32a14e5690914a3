import type { Style } from '../../model/levels.ts'
import type { SegmentFacts } from '../../model/segment-facts.ts'
import type { ScorePart, SegmentPack, StyleFigure } from '../../model/segment-pack.ts'

export const styles = ['trading', 'wealth', 'allocation'] as const satisfies readonly Style[]

/** Figures of a client by name; `advisory` counts as 1 or 0. */
export type StyleFigures = Readonly<Record<StyleFigure, number>>

export type StyleScores = Readonly<Record<Style, number>>

/** The figure as a number, or null when it is not known. */
export const figureOf = (facts: SegmentFacts, figure: StyleFigure): number | null =>
  figure === 'advisory' ? (facts.advisory ? 1 : 0) : facts[figure]

/** The figures that the pack's scores look at, each once, in the order of the pack. */
export const figuresUsed = (pack: SegmentPack): readonly StyleFigure[] => [
  ...new Set(styles.flatMap(style => pack.style.scores[style].map(part => part.figure))),
]

/**
 * Points 0..100 of one part: (x - zero) / (full - zero) * 100, clamped, 100 minus that when inverted.
 * The order of operations is part of the rule: the SQL form repeats it, so all engines agree bit for bit.
 */
export const pointsOf = (part: ScorePart, value: number): number => {
  const points =
    value <= part.zero ? 0 : value >= part.full ? 100 : ((value - part.zero) / (part.full - part.zero)) * 100
  return part.invert ? 100 - points : points
}

/** Score 0..100 of one style: weighted points, added from the first part to the last. */
export const scoreOf = (parts: readonly ScorePart[], figures: StyleFigures): number => {
  let score = 0
  for (const part of parts) score += part.weight * pointsOf(part, figures[part.figure])
  return score
}

/** Scores of the three styles. */
export const scoresOf = (figures: StyleFigures, pack: SegmentPack): StyleScores => ({
  trading: scoreOf(pack.style.scores.trading, figures),
  wealth: scoreOf(pack.style.scores.wealth, figures),
  allocation: scoreOf(pack.style.scores.allocation, figures),
})

/** The highest score; the previous style while it is at most `keepPoints` behind; an exact tie by the pack's order. */
export const pickStyle = (scores: StyleScores, previous: Style | null, pack: SegmentPack): Style => {
  let best = pack.style.tieOrder[0]
  for (const style of pack.style.tieOrder) if (scores[style] > scores[best]) best = style
  return previous !== null && scores[best] - scores[previous] <= pack.style.keepPoints ? previous : best
}
