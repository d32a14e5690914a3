import type { AccountRisk, RiskFigures, StressRow } from '../../../model/report/account/risk.ts'
import type { FigureWindow } from '../../../model/report/figure.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { onGrid } from '../../portfolio/day-series.ts'
import { metricsOf } from '../metrics/metrics-of.ts'
import { dateOf, type AccountFacts } from './account-facts.ts'
import { totalOf, type Exposure, type ExposureRisk } from './exposure.ts'
import { windowStart } from './period-figures.ts'
import { replayed, shocked } from './stress.ts'
import { yearsBefore } from './years-before.ts'

function figuresOf(
  facts: AccountFacts,
  side: 'today' | 'history',
  returns: Float64Array,
  benchmark: Float64Array | null,
  window: FigureWindow | null,
  volatility: number | null,
  absent: string,
): RiskFigures {
  const { input } = facts
  const enough = returns.length >= input.packs.conclusions.thresholds.minimumReturns
  const metrics = enough
    ? metricsOf({
        returns,
        benchmarkReturns: benchmark ?? undefined,
        periodsPerYear: facts.periodsPerYear,
        riskFreePerPeriod: input.riskFree / facts.periodsPerYear,
      })
    : null
  const figure = (
    key: string,
    definition: string,
    value: number | null,
    reason = 'not-defined',
    bench: string | null = null,
  ) =>
    facts.maker.figure(
      `risk.${side}.${key}`,
      key === 'beta' ? 'number' : key === 'worstDay' ? 'return' : 'ratio',
      value,
      {
        definition,
        window,
        frequency: 'daily',
        n: returns.length,
        rf: key === 'beta' ? input.riskFree : null,
        benchmark: bench,
        reason: returns.length === 0 ? absent : enough ? reason : 'too-few-returns',
        inputs: [{ name: 'weights', value: side === 'today' ? 'today' : 'history' }],
      },
    )
  return {
    window,
    volatility: figure(
      'volatility',
      side === 'today' ? 'volatility-today' : 'volatility',
      volatility ?? metrics?.annualVolatility ?? null,
    ),
    maxDrawdown: figure('maxDrawdown', 'max-drawdown', metrics?.maxDrawdown ?? null),
    valueAtRisk95: figure('valueAtRisk95', 'var-95', metrics?.valueAtRisk95 ?? null),
    conditionalValueAtRisk95: figure('conditionalValueAtRisk95', 'cvar-95', metrics?.conditionalValueAtRisk95 ?? null),
    beta: figure('beta', 'beta', metrics?.beta ?? null, 'no-benchmark', facts.proxies.equity?.name ?? null),
    worstDay: figure('worstDay', 'worst-day', metrics?.worst ?? null),
  }
}

function historySide(facts: AccountFacts): RiskFigures {
  const { history } = facts
  if (history === null) return figuresOf(facts, 'history', new Float64Array(), null, null, null, 'no-trades')
  const grid = history.values.grid
  const from =
    windowStart(grid, dayNumber(yearsBefore(facts.asOf, 3)), facts.input.packs.conclusions.thresholds.graceDays) ?? 0
  const keep: number[] = []
  for (let t = from + 1; t < grid.length; t++) if (history.twr.counted[t] === 1) keep.push(t)
  const mix = facts.input.packs.stress.proxies.equity[0]?.[0]
  const name = facts.proxies.equity?.name
  const index = facts.input.indices.get(name ?? mix?.index ?? '')
  const levels = index === undefined ? null : onGrid(index, grid)
  return figuresOf(
    facts,
    'history',
    Float64Array.from(keep, t => history.twr.returns[t] ?? 0),
    levels === null || keep.some(t => Number.isNaN(levels[t - 1]))
      ? null
      : Float64Array.from(keep, t => (levels[t] ?? 0) / (levels[t - 1] ?? 1) - 1),
    { from: dateOf(grid[from] ?? 0), to: facts.asOf },
    null,
    'no-trades',
  )
}

const part = (value: number, total: number): number | null => (total > 0 ? value / total : null)

function row(
  facts: AccountFacts,
  head: Pick<StressRow, 'id' | 'name' | 'window'>,
  kind: 'stress' | 'shock',
  now: number,
  after: number,
  totals: { readonly now: number; readonly after: number },
): StressRow {
  const source = {
    definition: kind === 'stress' ? 'stress-replay' : 'factor-shock',
    window: head.window,
    frequency: 'snapshot',
    benchmark: facts.input.packs.stress.version,
    reason: 'no-assets',
  } as const
  const figure = (key: string, unit: 'fen' | 'return', value: number | null) =>
    facts.maker.figure(`risk.${kind}.${head.id}.${key}`, unit, value, source)
  return {
    ...head,
    now: figure('now', 'fen', Math.round(now)),
    nowShare: figure('nowShare', 'return', part(now, totals.now)),
    after: figure('after', 'fen', Math.round(after)),
    afterShare: figure('afterShare', 'return', part(after, totals.after)),
  }
}

/** B5: risk of today's weights over the risk window, of the true history apart, and what past windows and shocks would do. */
export function accountRisk(facts: AccountFacts, now: Exposure, after: Exposure, today: ExposureRisk): AccountRisk {
  const pack = facts.input.packs.stress
  const totals = { now: totalOf(now), after: totalOf(after) }
  const stress = pack.windows.map(w =>
    row(
      facts,
      { id: w.id, name: w.name, window: { from: w.from, to: w.to } },
      'stress',
      replayed(now, w),
      replayed(after, w),
      totals,
    ),
  )
  return {
    today: figuresOf(
      facts,
      'today',
      today.returns,
      facts.proxies.equity?.returns.subarray(1) ?? null,
      facts.window,
      today.volatility,
      'no-history',
    ),
    history: historySide(facts),
    stress,
    shocks: pack.shocks.map(s =>
      row(
        facts,
        { id: s.id, name: s.name, window: null },
        'shock',
        shocked(now, s, pack),
        shocked(after, s, pack),
        totals,
      ),
    ),
    worst: stress.toSorted((a, b) => (a.now.value ?? 0) - (b.now.value ?? 0)).map(s => s.id),
    pack: pack.version,
  }
}
