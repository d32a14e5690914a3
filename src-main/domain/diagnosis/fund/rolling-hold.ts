import type { RollingHold } from '../../../model/report/fund/performance.ts'
import { lastAtOrBefore } from '../day-axis.ts'
import { quantileInPlace } from '../metrics/quantile.ts'
import type { FundContext } from './fund-context.ts'

const HOLDS = [
  { id: '6m', days: 182 },
  { id: '1y', days: 365 },
  { id: '2y', days: 730 },
  { id: '3y', days: 1095 },
] as const

/** What holding for a fixed time from every start day would have brought; missing with fewer starts than needed. */
export function rollingHolds(context: FundContext): readonly RollingHold[] {
  return HOLDS.map(hold => rollingHold(context, hold.id, hold.days))
}

function rollingHold(context: FundContext, id: RollingHold['id'], length: number): RollingHold {
  const { figure, history, input } = context
  const { days, adjusted } = history
  const outcomes: number[] = []
  let to = 0
  for (let from = history.dailyFrom; from < days.length; from++) {
    const due = (days[from] as number) + length
    if (due > context.lastDay) break
    if (to < from) to = lastAtOrBefore(days, due)
    while (to + 1 < days.length && (days[to + 1] as number) <= due) to++
    outcomes.push((adjusted[to] as number) / (adjusted[from] as number) - 1)
  }
  const values = Float64Array.from(outcomes)
  const n = values.length
  const enough = n >= input.conclusions.thresholds.minimumReturns
  const positive = values.filter(x => x > 0).length / n
  const facts = {
    from: days[history.dailyFrom],
    to: context.lastDay,
    frequency: context.frequency,
    n,
    inputs: [{ name: 'days', value: length }],
  }
  const make = (name: string, value: () => number) =>
    figure(`hold.${id}.${name}`, `hold.${name}`, 'return', enough ? value() : 'tooFewReturns', facts)
  return {
    id,
    starts: figure(`hold.${id}.starts`, 'hold.starts', 'count', n, facts),
    worst: make('worst', () => quantileInPlace(values, n, 0)),
    p5: make('p5', () => quantileInPlace(values, n, 0.05)),
    median: make('median', () => quantileInPlace(values, n, 0.5)),
    p95: make('p95', () => quantileInPlace(values, n, 0.95)),
    best: make('best', () => quantileInPlace(values, n, 1)),
    positive: figure(`hold.${id}.positive`, 'hold.positive', 'ratio', enough ? positive : 'tooFewReturns', facts),
  }
}
