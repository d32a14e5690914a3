import { METRIC_SLOTS, SLOT } from '../../domain/diagnosis/metrics/metric-slots.ts'
import { forceScores, totalScore } from '../../domain/diagnosis/universe/force-scores.ts'
import type { Universe, UniverseInput } from '../../domain/diagnosis/universe/rank-universe.ts'
import { RANKED } from '../../domain/diagnosis/universe/ranked-metrics.ts'
import type { PeerScore } from '../../domain/diagnosis/account/account-input.ts'
import type { Fund } from '../../model/fund.ts'

/** Where a fund stands in the market; null where it is too young or a figure does not apply. */
export interface FundStanding {
  readonly figures: FundFigures
  readonly score: PeerScore
}

/** What lists show of a fund beside its master data. */
export interface FundFigures {
  readonly return1y: number | null
  readonly return3y: number | null
  readonly volatility3y: number | null
  readonly maxDrawdown3y: number | null
  readonly sharpe3y: number | null
  readonly score: number | null
  readonly rank3y: number | null
  readonly peers3y: number | null
}

const RETURN = RANKED.findIndex(metric => metric.id === 'totalReturn')

/** Return, risk, rank and score of the fund at position `f` of a measured market. */
export const standingOf = (
  input: UniverseInput,
  fund: Fund,
  f: number,
  year: Universe | null,
  three: Universe | null,
): FundStanding => {
  const { groupOf, groups } = input
  const at = (universe: Universe | null, slot: number): number | null =>
    known(universe?.values[f * METRIC_SLOTS + slot] ?? NaN)
  const money = fund.type === 'money'
  const rank = three?.ranks[RETURN * groupOf.length + f] ?? 0
  const peers = three?.peers[RETURN * groups + (groupOf[f] as number)] ?? 0
  const alone = rank === 0 || peers < 2
  // Five forces over three years, over one for a younger fund.
  const scored = at(three, SLOT.totalReturn) === null ? year : three
  const forces = scored === null ? [] : forceScores(scored, input, f)
  const [gain = NaN, resilience = NaN, stability = NaN, selection = NaN, timing = NaN] = forces
  const total = money || forces.length === 0 ? null : known(totalScore(forces))
  return {
    figures: {
      return1y: at(year, SLOT.totalReturn),
      return3y: at(three, SLOT.totalReturn),
      volatility3y: money ? null : at(three, SLOT.annualVolatility),
      maxDrawdown3y: at(three, SLOT.maxDrawdown),
      sharpe3y: money ? null : at(three, SLOT.sharpe),
      score: total,
      rank3y: alone ? null : rank,
      peers3y: alone ? null : peers,
    },
    score: {
      total,
      forces: {
        return: known(gain),
        resilience: money ? null : known(resilience),
        stability: money ? null : known(stability),
        selection: money ? null : known(selection),
        timing: money ? null : known(timing),
      },
    },
  }
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)
