import type { Figure, FigureUnit } from '../../../model/report/figure.ts'
import type { FundAttribution, TimingModel } from '../../../model/report/fund/attribution.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { yearsBefore } from '../day-axis.ts'
import { HENRIKSSON_MERTON, TREYNOR_MAZUY } from '../metrics/metric-slots.ts'
import { campisiSection } from './campisi-section.ts'
import { CLASSES, classBrinson } from './class-brinson.ts'
import type { FundContext } from './fund-context.ts'
import { dateOf, type CardFacts, type Reason } from './figure-kit.ts'
import { disclosedCoverage } from './holdings-section.ts'
import type { Periods } from './period-columns.ts'
import type { WindowMetrics } from './window-metrics.ts'

export function attributionSection(context: FundContext, periods: Periods): FundAttribution {
  const m = periods.get('3y') ?? periods.get('1y') ?? null
  const { days } = context.history
  const coverage = disclosedCoverage(context)
  return {
    window: m === null ? null : { from: dateOf(days[m.riskFrom] as number), to: dateOf(context.lastDay) },
    treynorMazuy: timing(context, m, 'tm', TREYNOR_MAZUY),
    henrikssonMerton: timing(context, m, 'hm', HENRIKSSON_MERTON),
    coverage,
    preferred:
      coverage.value !== null && coverage.value >= context.input.conclusions.thresholds.coverage
        ? 'holdings'
        : 'regression',
    brinson: brinsonOf(context),
    campisi: campisiSection(context, m),
  }
}

function timing(context: FundContext, m: WindowMetrics | null, id: 'tm' | 'hm', slot: number): TimingModel {
  const { days } = context.history
  const reason: Reason | null =
    days.length < 2
      ? 'noNav'
      : context.money
        ? 'moneyFund'
        : m === null
          ? 'shorterThanWindow'
          : m.n < context.input.conclusions.thresholds.minimumReturns
            ? 'tooFewReturns'
            : m.relative
              ? null
              : 'noBenchmark'
  const facts: CardFacts =
    m === null
      ? {}
      : {
          from: days[m.riskFrom],
          to: context.lastDay,
          frequency: context.frequency,
          n: m.n,
          rf: context.input.riskFree,
          benchmark: context.benchmarkName,
        }
  const make = (name: string, unit: FigureUnit, at: number, factor = 1): Figure =>
    context.figure(
      `${id}.${name}`,
      `${id}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      unit,
      reason ?? (m?.values[slot + at] ?? NaN) * factor,
      facts,
    )
  return {
    // The constant of a day becomes that of a year.
    alpha: make('alpha', 'return', 0, context.periodsPerYear),
    beta: make('beta', 'number', 1),
    gamma: make('gamma', 'number', 2),
    gammaT: make('gammaT', 'number', 3),
  }
}

function brinsonOf(context: FundContext): FundAttribution['brinson'] {
  const since = dayNumber(yearsBefore(isoDate(context.lastDay), 3)) - 31
  const reason: Reason | null =
    context.history.days.length < 2
      ? 'noNav'
      : context.benchmark === null
        ? 'noBenchmark'
        : context.input.holdings.length === 0
          ? 'noHoldings'
          : null
  const found = reason === null ? classBrinson(context, since) : null
  const facts: CardFacts =
    found === null
      ? {}
      : { from: found.from, to: found.to, frequency: 'event', n: found.periods, benchmark: context.benchmarkName }
  const make = (id: string, value: number | undefined): Figure =>
    context.figure(`brinson.${id}`, `brinson.${id.split('.').at(-1)}`, 'return', value ?? reason ?? 'fewReports', facts)
  const total = found?.linked.total
  const linked = found?.linked
  return {
    window: found === null ? null : { from: dateOf(found.from), to: dateOf(found.to) },
    periods: context.figure(
      'brinson.periods',
      'brinson.periods',
      'count',
      found?.periods ?? reason ?? 'fewReports',
      facts,
    ),
    rows:
      linked === undefined
        ? []
        : CLASSES.map((name, i) => ({
            class: name,
            allocation: make(`${name}.allocation`, linked.allocation[i]),
            selection: make(`${name}.selection`, linked.selection[i]),
            interaction: make(`${name}.interaction`, linked.interaction[i]),
          })),
    allocation: make('allocation', total?.allocation),
    selection: make('selection', total?.selection),
    interaction: make('interaction', total?.interaction),
    active: make('active', total?.active),
  }
}
