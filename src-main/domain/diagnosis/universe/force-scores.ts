import { LEAST_PEERS, scoreOf } from '../ranks.ts'
import type { Grouping, UniverseRanks } from './rank-groups.ts'
import { RANKED } from './ranked-metrics.ts'

/** The metrics of the five forces: return, resilience, stability, selection, timing. */
const FORCES = ['totalReturn', 'maxDrawdown', 'annualVolatility', 'tmAlpha', 'tmGamma'].map(id =>
  RANKED.findIndex(metric => metric.id === id),
)

/** Scores of the five forces of one fund in their order; NaN for one without a value or with too few peers. */
export function forceScores({ ranks, peers }: UniverseRanks, { groupOf, groups }: Grouping, fund: number): number[] {
  return FORCES.map(metric => {
    const rank = ranks[metric * groupOf.length + fund] as number
    const m = peers[metric * groups + (groupOf[fund] as number)] as number
    return rank === 0 || m < LEAST_PEERS ? NaN : (scoreOf(rank, m) ?? NaN)
  })
}

/** Mean of the five scores, rounded; NaN where one of them is missing. */
export function totalScore(scores: readonly number[]): number {
  return Math.round(scores.reduce((a, b) => a + b, 0) / scores.length)
}
