import type { AccountPeriod } from '../../../model/report/account/performance.ts'
import type { FigureWindow } from '../../../model/report/figure.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { indexAtOrBefore } from '../../portfolio/day-series.ts'
import { modifiedDietz } from '../../portfolio/modified-dietz.ts'
import { xirr } from '../../portfolio/xirr.ts'
import { metricsOf } from '../metrics/metrics-of.ts'
import { dateOf, type AccountFacts } from './account-facts.ts'
import type { FigureSource } from '../figure-maker.ts'
import { yearsBefore } from './years-before.ts'

const KINDS = ['yearToDate', 'oneYear', 'threeYears', 'fiveYears', 'sinceStart'] as const
type Kind = (typeof KINDS)[number]

const ACT_365 = 365

function startOf(kind: Kind, asOf: string, first: number): number {
  switch (kind) {
    case 'yearToDate':
      return dayNumber(`${asOf.slice(0, 4)}-01-01`) - 1
    case 'oneYear':
      return dayNumber(yearsBefore(asOf, 1))
    case 'threeYears':
      return dayNumber(yearsBefore(asOf, 3))
    case 'fiveYears':
      return dayNumber(yearsBefore(asOf, 5))
    case 'sinceStart':
      return first
  }
}

/** Position on the history's grid where a window starts; null where the history is too short. */
export function windowStart(grid: Int32Array, day: number, grace: number): number | null {
  const at = indexAtOrBefore(grid, day)
  if (at >= 0) return at
  return (grid[0] ?? Infinity) <= day + grace ? 0 : null
}

function periodOf(facts: AccountFacts, kind: Kind, target: Float64Array | null): AccountPeriod {
  const { history, maker, asOf } = facts
  const { graceDays } = facts.input.packs.conclusions.thresholds
  const id = (key: string) => `performance.${kind}.${key}`
  const grid = history?.values.grid ?? new Int32Array()
  const from = history === null ? null : windowStart(grid, startOf(kind, asOf, grid[0] ?? 0), graceDays)
  if (history === null || from === null || from >= grid.length - 1) {
    const missing = (key: string, definition: string, unit: 'return' | 'fen' | 'ratio' | 'number' = 'return') =>
      maker.figure(id(key), unit, null, {
        definition,
        reason: history === null ? 'no-trades' : 'history-too-short',
      })
    return {
      kind,
      window: null,
      timeWeighted: missing('timeWeighted', 'twr'),
      timeWeightedAnnual: missing('timeWeightedAnnual', 'twr-annual'),
      target: missing('target', 'target-return'),
      xirr: missing('xirr', 'xirr'),
      modifiedDietz: missing('modifiedDietz', 'modified-dietz'),
      gain: missing('gain', 'gain', 'fen'),
      netFlow: missing('netFlow', 'net-flow', 'fen'),
      volatility: missing('volatility', 'volatility', 'ratio'),
      maxDrawdown: missing('maxDrawdown', 'max-drawdown', 'ratio'),
      sharpe: missing('sharpe', 'sharpe', 'number'),
      targetVolatility: missing('targetVolatility', 'volatility', 'ratio'),
      targetMaxDrawdown: missing('targetMaxDrawdown', 'max-drawdown', 'ratio'),
    }
  }
  const { values, twr } = history
  const last = grid.length - 1
  const firstDay = grid[from] ?? 0
  const days = (grid[last] ?? 0) - firstDay
  const window: FigureWindow = { from: dateOf(firstDay), to: asOf }
  const wholeYear = days >= 365
  const flows: (readonly [number, number])[] = []
  let net = 0
  for (let t = from + 1; t <= last; t++) {
    const flow = values.flows[t] ?? 0
    if (flow === 0) continue
    net += flow
    flows.push([(grid[t] ?? 0) - firstDay, flow])
  }
  const begin = values.total[from] ?? 0
  const end = values.total[last] ?? 0
  const total = (twr.index[last] ?? 1) / (twr.index[from] ?? 1) - 1
  const counted = twr.returns.subarray(from + 1, last + 1).filter((_, i) => twr.counted[from + 1 + i] === 1)
  const source = (definition: string, more: Partial<FigureSource> = {}): FigureSource => ({
    definition,
    window,
    frequency: 'daily',
    n: counted.length,
    ...more,
  })
  const enough = counted.length >= facts.input.packs.conclusions.thresholds.minimumReturns
  const thin = enough ? (wholeYear ? 'not-defined' : 'under-one-year') : 'too-few-returns'
  const settings = {
    periodsPerYear: facts.periodsPerYear,
    riskFreePerPeriod: facts.input.riskFree / facts.periodsPerYear,
  }
  const metrics = enough ? metricsOf({ returns: counted, ...settings }) : null
  const targetReturns = target?.subarray(from + 1, last + 1) ?? null
  const targetMetrics = targetReturns === null || !enough ? null : metricsOf({ returns: targetReturns, ...settings })
  const targetTotal = targetReturns === null ? null : targetReturns.reduce((w, r) => w * (1 + r), 1) - 1
  const rate = wholeYear
    ? xirr([
        [window.from, -begin],
        ...flows.map(([day, flow]) => [isoDate(firstDay + day), -flow] as const),
        [window.to, end],
      ])
    : null
  const dietz = modifiedDietz({ begin, end, days, flows })
  const money = [
    { name: 'begin', value: Math.round(begin) },
    { name: 'end', value: Math.round(end) },
    { name: 'netFlow', value: Math.round(net) },
  ]
  const event = { frequency: 'event', n: flows.length, inputs: money } as const
  const bench = facts.input.target?.pack ?? null
  return {
    kind,
    window,
    timeWeighted: maker.figure(id('timeWeighted'), 'return', counted.length > 0 ? total : null, source('twr')),
    timeWeightedAnnual: maker.figure(
      id('timeWeightedAnnual'),
      'return',
      wholeYear && total > -1 ? (1 + total) ** (ACT_365 / days) - 1 : null,
      source('twr-annual', { reason: 'under-one-year' }),
    ),
    target: maker.figure(
      id('target'),
      'return',
      targetTotal,
      source('target-return', { benchmark: bench, reason: 'no-benchmark' }),
    ),
    xirr: maker.figure(id('xirr'), 'return', rate?.rate ?? null, {
      ...source('xirr', event),
      reason: rate === null ? 'under-one-year' : rate.rate === null ? rate.reason : null,
    }),
    modifiedDietz: maker.figure(id('modifiedDietz'), 'return', dietz.rate, {
      ...source('modified-dietz', event),
      reason: dietz.rate === null ? dietz.reason : null,
    }),
    gain: maker.figure(id('gain'), 'fen', Math.round(end) - Math.round(begin) - Math.round(net), source('gain', event)),
    netFlow: maker.figure(id('netFlow'), 'fen', Math.round(net), source('net-flow', event)),
    volatility: maker.figure(
      id('volatility'),
      'ratio',
      wholeYear ? (metrics?.annualVolatility ?? null) : null,
      source('volatility', { reason: thin }),
    ),
    maxDrawdown: maker.figure(
      id('maxDrawdown'),
      'ratio',
      metrics?.maxDrawdown ?? null,
      source('max-drawdown', { reason: thin }),
    ),
    sharpe: maker.figure(
      id('sharpe'),
      'number',
      wholeYear ? (metrics?.sharpe ?? null) : null,
      source('sharpe', { rf: facts.input.riskFree, reason: thin }),
    ),
    targetVolatility: maker.figure(
      id('targetVolatility'),
      'ratio',
      wholeYear ? (targetMetrics?.annualVolatility ?? null) : null,
      source('volatility', { benchmark: bench, reason: target === null ? 'no-benchmark' : thin }),
    ),
    targetMaxDrawdown: maker.figure(
      id('targetMaxDrawdown'),
      'ratio',
      targetMetrics?.maxDrawdown ?? null,
      source('max-drawdown', { benchmark: bench, reason: target === null ? 'no-benchmark' : thin }),
    ),
  }
}

/** Returns and risk of the account by window; a window longer than the history is missing with its reason. */
export const periodFigures = (facts: AccountFacts, target: Float64Array | null): readonly AccountPeriod[] =>
  KINDS.map(kind => periodOf(facts, kind, target))
