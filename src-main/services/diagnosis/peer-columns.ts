import type { IndexInput } from '../../domain/diagnosis/fund/fund-input.ts'
import type { PeerSet } from '../../domain/diagnosis/peer-set.ts'
import { peerKeyOf, type Fund } from '../../model/fund.ts'
import type { ReadTx } from '../ports/store.ts'
import type { MarketSeries } from './market-series.ts'

/** One share class of each fund: the one that is asked about, else the first by name of class and code. */
const representatives = (funds: readonly Fund[], self: Fund): readonly Fund[] => {
  const byFund = Map.groupBy(funds, fund => fund.fundId)
  return Array.from(byFund.values(), classes => {
    if (classes.some(each => each.code === self.code)) return self
    return classes.toSorted(
      (a, b) => (a.shareClass ?? '').localeCompare(b.shareClass ?? '') || a.code.localeCompare(b.code),
    )[0]
  }).filter(fund => fund !== undefined)
}

/** Adjusted NAV of the fund's peer group on the exchange calendar; null without any other fund in it. */
export const peerSet = (
  tx: ReadTx,
  market: MarketSeries,
  fund: Fund,
  indices: ReadonlyMap<string, IndexInput>,
): PeerSet | null => {
  const group = [...market.funds.values()].filter(each => peerKeyOf(each) === peerKeyOf(fund))
  const columns: Float64Array[] = []
  const benchmarks: (Float64Array | null)[] = []
  let self = -1
  for (const peer of representatives(group, fund)) {
    const column = market.column(tx, peer.code)
    if (column === null) continue
    if (peer.code === fund.code) self = columns.length
    columns.push(column)
    benchmarks.push(market.benchmark(peer, indices))
  }
  // nobody ranks first among himself
  return self < 0 || columns.length < 2 ? null : { days: market.calendar, columns, benchmarks, self }
}
