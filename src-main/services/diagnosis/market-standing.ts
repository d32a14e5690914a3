import { benchmarkLevels } from '../../domain/diagnosis/fund/benchmark-levels.ts'
import { lastAtOrBefore, observationsPerYear, yearsBefore } from '../../domain/diagnosis/day-axis.ts'
import { fundHistory } from '../../domain/diagnosis/fund/fund-history.ts'
import type { DaySeries, IndexInput } from '../../domain/diagnosis/fund/fund-input.ts'
import { METRIC_SLOTS, SLOT } from '../../domain/diagnosis/metrics/metric-slots.ts'
import { forceScores, totalScore } from '../../domain/diagnosis/universe/force-scores.ts'
import { marketMatrix } from '../../domain/diagnosis/universe/market-matrix.ts'
import { rankUniverse, type Universe, type UniverseInput } from '../../domain/diagnosis/universe/rank-universe.ts'
import { RANKED } from '../../domain/diagnosis/universe/ranked-metrics.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import type { PeerScore } from '../../domain/diagnosis/account/account-input.ts'
import type { Fund } from '../../model/fund.ts'
import type { ReadTx } from '../ports/store.ts'

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

type MarketTx = Pick<ReadTx, 'navs' | 'benchmarks'>

/** Exchange days before the window that are looked at too: an old last NAV may be its base. */
const MARGIN = 45
const RETURN = RANKED.findIndex(metric => metric.id === 'totalReturn')

/**
 * Every fund of the market over one and three years with its rank and score, as its own diagnosis states them. Groups
 * whose newest NAV comes a day late (QDII) are measured up to their own last day.
 */
export const marketStanding = (
  tx: MarketTx,
  funds: readonly Fund[],
  calendar: Int32Array,
  asOf: number,
  riskFree: number,
): ReadonlyMap<string, FundStanding> => {
  const lastDays = new Map(funds.map(fund => [fund.code as string, Math.min(asOf, tx.navs.lastDay(fund.code) ?? 0)]))
  const groupEnd = new Map<string, number>()
  for (const fund of funds)
    groupEnd.set(fund.peerGroup, Math.max(groupEnd.get(fund.peerGroup) ?? 0, lastDays.get(fund.code) ?? 0))
  const indices = new Map(
    tx.benchmarks.names().flatMap(({ code, name }) => {
      const series = tx.benchmarks.series(code)
      return series === null ? [] : [[code, { name, series }] as const]
    }),
  )
  const byEnd = Map.groupBy(funds, fund => groupEnd.get(fund.peerGroup) ?? 0)
  return new Map(
    [...byEnd].flatMap(([end, part]) => (end === 0 ? [] : standingsTo(tx, part, calendar, end, riskFree, indices))),
  )
}

const standingsTo = (
  tx: MarketTx,
  funds: readonly Fund[],
  calendar: Int32Array,
  end: number,
  riskFree: number,
  indices: ReadonlyMap<string, IndexInput>,
): [string, FundStanding][] => {
  const last = lastAtOrBefore(calendar, end)
  const start = (years: number): number => lastAtOrBefore(calendar, dayNumber(yearsBefore(isoDate(end), years)))
  const first = Math.max(0, start(3) - MARGIN)
  const days = calendar.slice(first, last + 1)
  const input = universeOf(tx, funds, days, riskFree, observationsPerYear(calendar, end), indices)
  const to = days.length - 1
  const year = start(1) < 0 ? null : rankUniverse(input, { from: start(1) - first, to })
  const three = start(3) < 0 ? null : rankUniverse(input, { from: start(3) - first, to })
  return funds.map((fund, f) => [fund.code, standingOf(input, fund, f, year, three)])
}

const universeOf = (
  tx: MarketTx,
  funds: readonly Fund[],
  days: Int32Array,
  riskFree: number,
  periodsPerYear: number,
  indices: ReadonlyMap<string, IndexInput>,
): UniverseInput => {
  const byCode = new Map(funds.map(fund => [fund.code as string, fund]))
  const from = days[0] ?? 0
  const end = days.at(-1) ?? 0
  const none: DaySeries = { days: new Int32Array(0), values: new Float64Array(0) }
  const adjustedOf = (code: string): DaySeries => {
    const fund = byCode.get(code)
    const series = fund === undefined ? null : tx.navs.series(code)
    if (fund === undefined || series === null) return none
    const cut = Math.max(0, lastAtOrBefore(series.days, from - 1))
    const recent = { days: series.days.subarray(cut), values: series.values.subarray(cut) }
    const history = fundHistory(fund, recent, days, end)
    return { days: history.days, values: history.adjusted }
  }
  const groups = [...new Set(funds.map(fund => fund.peerGroup))]
  const positions = new Map(groups.map((group, i) => [group, i]))
  const mixes = [...new Map(funds.map(fund => [mixKey(fund), fund])).entries()]
  const levels = mixes.map(
    ([, fund]) => benchmarkLevels(fund, indices, days, days)?.levels ?? new Float64Array(days.length).fill(NaN),
  )
  const mixAt = new Map(mixes.map(([key], i) => [key, i]))
  const free = (1 + riskFree) ** (1 / periodsPerYear) - 1
  return {
    matrix: marketMatrix(
      days,
      funds.map(fund => fund.code),
      adjustedOf,
    ),
    benchmarks: levels,
    benchmarkOf: Int32Array.from(funds, fund => mixAt.get(mixKey(fund)) ?? -1),
    groupOf: Int32Array.from(funds, fund => positions.get(fund.peerGroup) ?? 0),
    groups: groups.length,
    standsFor: firstClasses(funds),
    settings: { periodsPerYear, riskFreePerPeriod: free, requiredReturnPerPeriod: free },
  }
}

/** Funds of one mix share its levels; the day a single mix began changes nothing. */
const mixKey = ({ benchmark }: Fund): string => JSON.stringify(benchmark.length === 1 ? benchmark[0]?.parts : benchmark)

/** The first share class of each fund stands for it in its peer group. */
const firstClasses = (funds: readonly Fund[]): Int32Array => {
  const first = new Map<string, number>()
  funds.forEach((fund, f) => {
    const known = first.get(fund.fundId)
    const other = known === undefined ? undefined : funds[known]
    if (known === undefined || other === undefined || before(fund, other)) first.set(fund.fundId, f)
  })
  return Int32Array.from(funds, (fund, f) => first.get(fund.fundId) ?? f)
}

const before = (a: Fund, b: Fund): boolean => {
  const order = (a.shareClass ?? '').localeCompare(b.shareClass ?? '') || a.code.localeCompare(b.code)
  return order < 0
}

const standingOf = (
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
      rank3y: rank === 0 ? null : rank,
      peers3y: rank === 0 ? null : peers,
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
