import { benchmarkLevels } from '../../domain/diagnosis/fund/benchmark-levels.ts'
import { lastAtOrBefore } from '../../domain/diagnosis/day-axis.ts'
import { fundHistory } from '../../domain/diagnosis/fund/fund-history.ts'
import type { DaySeries, IndexInput } from '../../domain/diagnosis/fund/fund-input.ts'
import { marketMatrix } from '../../domain/diagnosis/universe/market-matrix.ts'
import type { UniverseInput } from '../../domain/diagnosis/universe/rank-universe.ts'
import { peerKeyOf, type Fund } from '../../model/fund.ts'
import type { NavThresholds } from '../../model/fund-conclusions-pack.ts'
import type { ReadTx } from '../ports/store.ts'

export type MarketTx = Pick<ReadTx, 'navs' | 'benchmarks'>

/** A quarter of exchange days may be added before the matrix is made anew. */
export const ROOM = 61

const NONE: DaySeries = { days: new Int32Array(0), values: new Float64Array(0) }

/** Adjusted NAV of a fund from the beginning of an axis on. */
export const adjustedFrom = (tx: MarketTx, fund: Fund, days: Int32Array, { dailyRun }: NavThresholds): DaySeries => {
  const series = tx.navs.series(fund.code)
  if (series === null) return NONE
  const cut = Math.max(0, lastAtOrBefore(series.days, (days[0] ?? 0) - 1))
  const recent = { days: series.days.subarray(cut), values: series.values.subarray(cut) }
  const history = fundHistory(fund, recent, days, days.at(-1) ?? 0, dailyRun)
  return { days: history.days, values: history.adjusted }
}

/** Funds of one mix share its levels; the day a single mix began changes nothing. */
const mixKey = ({ benchmark }: Fund): string => JSON.stringify(benchmark.length === 1 ? benchmark[0]?.parts : benchmark)

const mixesOf = (funds: readonly Fund[]): ReadonlyMap<string, Fund> => new Map(funds.map(fund => [mixKey(fund), fund]))

/** Level of every mix in the order of first use, NaN where an index does not reach. */
export const mixLevels = (
  funds: readonly Fund[],
  indices: ReadonlyMap<string, IndexInput>,
  days: Int32Array,
): Float64Array[] =>
  Array.from(
    mixesOf(funds).values(),
    fund => benchmarkLevels(fund, indices, days, days)?.levels ?? new Float64Array(days.length).fill(NaN),
  )

export const universeOf = (
  tx: MarketTx,
  funds: readonly Fund[],
  days: Int32Array,
  indices: ReadonlyMap<string, IndexInput>,
  settings: UniverseInput['settings'],
  thresholds: NavThresholds,
): UniverseInput => {
  const byCode = new Map(funds.map(fund => [fund.code as string, fund]))
  const groups = [...new Set(funds.map(peerKeyOf))]
  const positions = new Map(groups.map((group, i) => [group, i]))
  const mixAt = new Map([...mixesOf(funds).keys()].map((key, i) => [key, i]))
  const adjustedOf = (code: string): DaySeries => {
    const fund = byCode.get(code)
    return fund === undefined ? NONE : adjustedFrom(tx, fund, days, thresholds)
  }
  return {
    matrix: marketMatrix(
      days,
      funds.map(fund => fund.code),
      adjustedOf,
      thresholds.lateDays,
      ROOM,
    ),
    benchmarks: mixLevels(funds, indices, days),
    benchmarkOf: Int32Array.from(funds, fund => mixAt.get(mixKey(fund)) ?? -1),
    groupOf: Int32Array.from(funds, fund => positions.get(peerKeyOf(fund)) ?? 0),
    groups: groups.length,
    standsFor: firstClasses(funds),
    settings,
    actual365: true,
  }
}

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
