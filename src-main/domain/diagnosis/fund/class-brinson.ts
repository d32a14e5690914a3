import type { FundHoldings } from '../../../model/fund-holding.ts'
import type { AssetClass } from '../../../model/levels.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { linkedBrinson, type Brinson, type BrinsonPeriod } from '../brinson.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import { mixOn } from './benchmark-levels.ts'
import type { FundContext } from './fund-context.ts'
import type { DaySeries } from './fund-input.ts'

export const CLASSES: readonly AssetClass[] = ['cash', 'fixedIncome', 'equity', 'multiAsset', 'overseasCommodity']

export interface ClassBrinson {
  readonly linked: Brinson
  readonly from: number
  readonly to: number
  readonly periods: number
}

/**
 * Brinson effects by asset class over the disclosed reports from a day on, linked by Cariño. Weights of the fund are
 * those disclosed at the start of each period, weights of the benchmark those declared. A class of the fund earns what
 * the benchmark earns in it, except its largest: that one earns what is left of the fund's return, so that all of its
 * selection shows there. `null` with fewer than two periods or without index returns for a class that is held.
 */
export function classBrinson(context: FundContext, fromDay: number): ClassBrinson | null {
  const { input, history } = context
  const { days, adjusted } = history
  const reports = input.holdings
    .map(h => ({ position: lastAtOrBefore(days, dayNumber(h.date)), holdings: h }))
    .filter(r => r.position >= 0 && (days[r.position] as number) >= fromDay)
  const periods: BrinsonPeriod[] = []
  for (let k = 0; k + 1 < reports.length; k++) {
    const [start, end] = [reports[k], reports[k + 1]]
    if (start === undefined || end === undefined || end.position <= start.position) continue
    const total = (adjusted[end.position] as number) / (adjusted[start.position] as number) - 1
    const period = periodOf(
      context,
      start.holdings,
      days[start.position] as number,
      days[end.position] as number,
      total,
    )
    if (period === null) return null
    periods.push(period)
  }
  const first = reports[0]
  const last = reports.at(-1)
  const linked = periods.length < 2 ? null : linkedBrinson(periods)
  if (linked === null || first === undefined || last === undefined) return null
  return {
    linked,
    from: days[first.position] as number,
    to: days[last.position] as number,
    periods: periods.length,
  }
}

function periodOf(
  context: FundContext,
  holdings: FundHoldings,
  from: number,
  to: number,
  total: number,
): BrinsonPeriod | null {
  const wp = disclosedWeights(context, holdings)
  const { wb, rb } = benchmarkClasses(context, from, to)
  const main = wp.indexOf(Math.max(...wp))
  // A main class without an index of its own (funds of a fund of funds) is set against the whole benchmark.
  if (Number.isNaN(rb[main] ?? NaN))
    rb[main] = rb.reduce((sum, r, c) => sum + ((wb[c] ?? 0) > 0 ? (wb[c] ?? 0) * r : 0), 0)
  const rp = [...rb]
  let rest = total
  for (let c = 0; c < CLASSES.length; c++) {
    const held = (wp[c] ?? 0) > 1e-6 || (wb[c] ?? 0) > 1e-6
    if (held && Number.isNaN(rb[c] ?? NaN)) return null
    if (!held) rp[c] = rb[c] = 0
    if (c !== main) rest -= (wp[c] ?? 0) * (rp[c] ?? 0)
  }
  rp[main] = rest / (wp[main] ?? 1)
  return { wp, wb, rp, rb }
}

/** Disclosed asset classes as parts of one. */
export function disclosedWeights(context: FundContext, { allocation }: FundHoldings): number[] {
  const { type } = context.input.fund
  const abroad = type === 'qdii' || type === 'commodity'
  const raw = [
    allocation.cash,
    allocation.bond,
    abroad ? 0 : allocation.equity,
    abroad ? 0 : allocation.fund + allocation.other,
    abroad ? allocation.equity + allocation.fund + allocation.other : 0,
  ]
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map(x => (sum > 0 ? x / sum : 0))
}

/** Asset class of an index by the longest matching prefix of its code. */
export function classOfIndex(context: FundContext, index: string): AssetClass | null {
  const rules = context.input.conclusions.indexClasses.filter(rule => index.startsWith(rule.prefix))
  return rules.toSorted((a, b) => b.prefix.length - a.prefix.length)[0]?.class ?? null
}

/** Weights of the benchmark by class. */
export function declaredWeights(context: FundContext, day: number): number[] {
  const weights = CLASSES.map(() => 0)
  for (const part of mixOn(context.input.fund, day)?.parts ?? []) {
    const at = CLASSES.indexOf(classOfIndex(context, part.index) ?? 'multiAsset')
    weights[at] = (weights[at] ?? 0) + part.weight
  }
  return weights
}

function benchmarkClasses(context: FundContext, from: number, to: number): { wb: number[]; rb: number[] } {
  const { indices, fund, conclusions } = context.input
  const wb = declaredWeights(context, from)
  const parts = mixOn(fund, from)?.parts ?? []
  const rb = CLASSES.map((name, c) => {
    const own = parts.filter(p => (classOfIndex(context, p.index) ?? 'multiAsset') === name)
    if (own.length > 0)
      return own.reduce((sum, p) => sum + p.weight * growth(indices.get(p.index)?.series, from, to), 0) / (wb[c] ?? 1)
    // A class the benchmark leaves out is measured by the style index of that class.
    const code = conclusions.styles.find(s => s.class === name)?.indices.find(i => indices.has(i))
    return code === undefined ? NaN : growth(indices.get(code)?.series, from, to)
  })
  return { wb, rb }
}

function growth(series: DaySeries | undefined, from: number, to: number): number {
  if (series === undefined) return NaN
  const a = series.values[lastAtOrBefore(series.days, from)] ?? NaN
  const b = series.values[lastAtOrBefore(series.days, to)] ?? NaN
  return b / a - 1
}
