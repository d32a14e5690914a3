import type { Figure } from '../../../model/report/figure.ts'
import type { FundAttribution } from '../../../model/report/fund/attribution.ts'
import { campisi, type Campisi } from '../campisi.ts'
import { yieldAt } from '../yield-curve.ts'
import type { FundContext } from './fund-context.ts'
import { dateOf, type CardFacts, type Reason } from './figure-kit.ts'
import type { WindowMetrics } from './window-metrics.ts'

const BONDS = new Set(['bond', 'shortBond', 'bondPlus'])

/** Income, treasury, spread and the rest of a bond fund's return, from the curves at the fund's disclosed duration. */
export function campisiSection(context: FundContext, m: WindowMetrics | null): FundAttribution['campisi'] {
  const { days } = context.history
  const found = BONDS.has(context.input.fund.type) ? partsOf(context, m) : 'notBondFund'
  const known = typeof found === 'string' ? null : found
  const facts: CardFacts =
    known === null || m === null
      ? {}
      : {
          from: days[m.window.from],
          to: days[m.window.to],
          frequency: context.frequency,
          n: m.window.to - m.window.from,
          benchmark: known.curves,
          inputs: known.inputs,
        }
  const make = (name: keyof Campisi | 'total'): Figure =>
    context.figure(
      `campisi.${name}`,
      `campisi.${name}`,
      'return',
      typeof found === 'string' ? found : name === 'total' ? found.total : found.parts[name],
      facts,
    )
  return {
    window:
      known === null || m === null
        ? null
        : { from: dateOf(days[m.window.from] as number), to: dateOf(days[m.window.to] as number) },
    income: make('income'),
    treasury: make('treasury'),
    spread: make('spread'),
    selection: make('selection'),
    total: make('total'),
  }
}

interface Found {
  readonly parts: Campisi
  readonly total: number
  readonly curves: string
  readonly inputs: NonNullable<CardFacts['inputs']>
}

function partsOf(context: FundContext, m: WindowMetrics | null): Found | Reason {
  const { fund, yields, conclusions } = context.input
  const stale = conclusions.thresholds.staleYieldDays
  const { days, adjusted } = context.history
  const { duration } = fund
  if (days.length < 2) return 'noNav'
  if (m === null) return 'shorterThanWindow'
  if (duration === null) return 'noDuration'
  if (yields === null) return 'noYields'
  const { from, to } = m.window
  const axis = Array.from(days.subarray(from, to + 1))
  const treasury = axis.map(day => yieldAt(yields.treasury, duration, day, stale))
  const credit = axis.map(day => yieldAt(yields.credit, duration, day, stale))
  if ([...treasury, ...credit].some(y => Number.isNaN(y))) return 'yieldsShort'
  const total = (adjusted[to] as number) / (adjusted[from] as number) - 1
  return {
    parts: campisi({ total, duration, days: axis, treasury, credit }),
    total,
    curves: `${yields.treasury.name} · ${yields.credit.name}`,
    inputs: [{ name: 'D', value: duration }, ...ends('y', treasury), ...ends('y_c', credit)],
  }
}

function ends(name: string, values: readonly number[]): NonNullable<CardFacts['inputs']> {
  return [
    { name: `${name}₀`, value: values[0] ?? null },
    { name: `${name}₁`, value: values.at(-1) ?? null },
  ]
}
