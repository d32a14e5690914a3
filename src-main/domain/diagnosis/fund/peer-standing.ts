import { lastAtOrBefore } from '../day-axis.ts'
import { quantileInPlace } from '../metrics/quantile.ts'
import { peerReturns } from '../peer-set.ts'
import { competitionRanks, quartileOf, type Better } from '../ranks.ts'
import type { FundContext } from './fund-context.ts'

/** Where one value of the fund stands among its peers, the fund itself counted. */
export interface Standing {
  readonly rank: number
  readonly peers: number
  readonly quartile: number
  readonly median: number
}

/** Stands the fund's own return over two days among its peers; `null` without peers that cover both days. */
export function returnStanding(context: FundContext, fromDay: number, toDay: number, own: number): Standing | null {
  const { peers } = context.input
  if (peers === null || peers.columns.length === 0) return null
  const from = lastAtOrBefore(peers.days, fromDay)
  const to = lastAtOrBefore(peers.days, toDay)
  if (from < 0 || to <= from) return null
  const values = peerReturns(peers, from, to)
  // The class looked at stands for its fund, whichever class the group holds.
  values[peers.self] = own
  return standingOf(values, peers.self, 'highest')
}

/** `null` where the own value is missing or nobody else has one. */
export function standingOf(values: Float64Array, self: number, better: Better): Standing | null {
  const rank = competitionRanks(values, better)[self] ?? NaN
  const known = values.filter(x => !Number.isNaN(x))
  if (Number.isNaN(rank) || known.length < 2) return null
  return {
    rank,
    peers: known.length,
    quartile: quartileOf(rank, known.length),
    median: quantileInPlace(known, known.length, 0.5),
  }
}
