import type { DaySeries } from '../../domain/diagnosis/fund/fund-input.ts'
import { metricApplies } from '../../domain/diagnosis/fund/window-metrics.ts'
import { METRIC_SLOTS } from '../../domain/diagnosis/metrics/metric-slots.ts'
import { RANKED } from '../../domain/diagnosis/universe/ranked-metrics.ts'
import { peerKeyOf, type Fund } from '../../model/fund.ts'
import type { RankedId } from '../../model/fund-screen.ts'
import { advancePart } from './advance-part.ts'
import { standingOf, type FundStanding } from './fund-standing.ts'
import { buildPart, type MarketPart, type MarketScene } from './market-part.ts'
import type { MarketTx } from './market-universe.ts'

export type RankWindow = '1y' | '3y'

export interface RankedValue {
  readonly value: number | null
  readonly rank: number | null
  readonly peers: number | null
}

/** Every fund of the market over one and three years, as its own diagnosis states it. */
export interface MarketRanks {
  readonly funds: ReadonlyMap<string, FundStanding>
  metric(code: string, window: RankWindow, id: RankedId): RankedValue
}

/** What the window's settings and the pack say. */
export type RankSettings = Pick<MarketScene, 'riskFree' | 'thresholds'>

const NOTHING: RankedValue = { value: null, rank: null, peers: null }
const places = new Map(RANKED.map((metric, place) => [metric.id, { place, slot: metric.slot }]))

/**
 * Ranks of the whole market, kept from one state of it to the next: where only days were added, only they are read and
 * measured. Groups whose newest NAV comes a day late (QDII) are measured up to their own last day.
 */
export class MarketStanding {
  #parts = new Map<string, MarketPart>()

  ranks(tx: MarketTx, funds: readonly Fund[], calendar: Int32Array, asOf: number, given: RankSettings): MarketRanks {
    const scene: MarketScene = { tx, calendar, indices: indicesOf(tx), marks: tx.navs.marks(), ...given }
    const before = this.#parts
    // A part that is moved on cannot be moved again: should this fail, the next try begins anew.
    this.#parts = new Map()
    const parts = new Map<string, MarketPart>()
    for (const [end, part] of partsByEnd(scene, funds, asOf)) {
      const key = part.map(fund => fund.code).join(' ')
      const known = before.get(key)
      parts.set(key, (known && advancePart(scene, known, part, end)) ?? buildPart(scene, part, end))
    }
    this.#parts = parts
    return ranksOf([...parts.values()])
  }
}

const indicesOf = (tx: MarketTx): ReadonlyMap<string, { readonly name: string; readonly series: DaySeries }> =>
  new Map(
    tx.benchmarks.names().flatMap(({ code, name }) => {
      const series = tx.benchmarks.series(code)
      return series === null ? [] : [[code, { name, series }] as const]
    }),
  )

/** Funds by the last day of their peer group; groups without a NAV are left out. */
const partsByEnd = (scene: MarketScene, funds: readonly Fund[], asOf: number): ReadonlyMap<number, Fund[]> => {
  const groupEnd = new Map<string, number>()
  for (const fund of funds) {
    const last = scene.marks.get(fund.code)?.lastDay ?? scene.tx.navs.lastDay(fund.code) ?? 0
    groupEnd.set(peerKeyOf(fund), Math.max(groupEnd.get(peerKeyOf(fund)) ?? 0, Math.min(asOf, last)))
  }
  const byEnd = Map.groupBy(funds, fund => groupEnd.get(peerKeyOf(fund)) ?? 0)
  byEnd.delete(0)
  return byEnd
}

const ranksOf = (parts: readonly MarketPart[]): MarketRanks => {
  const at = new Map(
    parts.flatMap(part => part.funds.map((fund, f) => [fund.code as string, { part, fund, f }] as const)),
  )
  return {
    funds: new Map(
      Array.from(at, ([code, { part, fund, f }]) => [
        code,
        standingOf(part.input, fund, f, part.year?.universe ?? null, part.three?.universe ?? null),
      ]),
    ),
    metric: (code, window, id) => {
      const found = at.get(code)
      const universe = (window === '1y' ? found?.part.year : found?.part.three)?.universe
      const place = places.get(id)
      if (found === undefined || universe === undefined || place === undefined) return NOTHING
      const { fund, f, part } = found
      const value = universe.values[f * METRIC_SLOTS + place.slot] ?? NaN
      if (!Number.isFinite(value) || !metricApplies(id, fund.type === 'money')) return NOTHING
      const rank = universe.ranks[place.place * part.funds.length + f] ?? 0
      const peers = universe.peers[place.place * part.input.groups + (part.input.groupOf[f] ?? 0)] ?? 0
      // The constant of the timing models is a period's: shown as that of a year.
      const scale = id === 'tmAlpha' || id === 'hmAlpha' ? part.input.settings.periodsPerYear : 1
      const alone = rank === 0 || peers < 2
      return { value: value * scale, rank: alone ? null : rank, peers: alone ? null : peers }
    },
  }
}
