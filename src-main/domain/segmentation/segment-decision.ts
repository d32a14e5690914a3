import type { Style, Tier } from '../../model/levels.ts'
import type { PreviousSegment, SegmentFacts } from '../../model/segment-facts.ts'
import type { StyleFigures, StyleScores } from './style-scores.ts'

/** A decided cell with what it was decided from; input of the explanations. */
export interface SegmentDecision {
  readonly facts: SegmentFacts
  /** In fen. */
  readonly assets: number | null
  readonly previous: PreviousSegment | null
  readonly tier: Tier | null
  readonly style: Style | null
  readonly scores: StyleScores | null
  readonly figures: StyleFigures | null
  readonly inactive: boolean
}
