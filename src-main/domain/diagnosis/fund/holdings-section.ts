import type { FundHoldings } from '../../../model/fund-holding.ts'
import type { Figure } from '../../../model/report/figure.ts'
import type { FundHoldingsSection, PositionRow } from '../../../model/report/fund/holdings.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { concentration, largestShare } from '../../portfolio/portfolio-risk.ts'
import type { FundContext } from './fund-context.ts'
import type { CardFacts, Reason } from './figure-kit.ts'

const TOP = 10
const KINDS = ['equity', 'bond', 'fund', 'cash', 'other'] as const

export function holdingsSection(context: FundContext): FundHoldingsSection {
  const { figure, input } = context
  const { fund } = input
  const known = input.holdings.filter(h => h.date <= input.asOf)
  const last = known.at(-1) ?? null
  const whole = known.findLast(h => h.scope === 'all') ?? null
  const summed = known.findLast(h => h.sectors.length > 0) ?? null
  // sums count every share; a whole list of a later report is newer
  const bySum = summed !== null && (whole === null || summed.date >= whole.date)
  const top = last === null ? [] : topTen(context, last, known.at(-2) ?? null)
  const share = largestShare(last?.positions.map(p => p.weight) ?? [], TOP)
  const facts = factsOf(last)
  const holders = fund.holders.filter(h => h.date <= input.asOf).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const turnover = fund.turnover
    .filter(t => t.date <= input.asOf)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1)
  const bond = (last?.allocation.bond ?? 0) > input.conclusions.thresholds.bondShare
  return {
    date: last?.date ?? null,
    scope: last?.scope ?? null,
    allocation: known.slice(-12).map(h => ({ date: h.date, ...h.allocation })),
    mix:
      last === null
        ? []
        : KINDS.map(kind => ({
            kind,
            share: figure(`mix.${kind}`, 'assetShare', 'ratio', last.allocation[kind], facts),
          })),
    topTen: top,
    topTenShare: figure('holdings.topTenShare', 'topTenShare', 'ratio', top.length === 0 ? 'noHoldings' : share, facts),
    effectiveNumber: figure(
      'holdings.effectiveNumber',
      'effectiveNumber',
      'number',
      last === null || last.positions.length === 0 ? 'noHoldings' : effective(last),
      facts,
    ),
    sectors: bySum
      ? disclosedSums(context, summed)
      : whole === null
        ? []
        : parts(context, 'sectorWeight', whole, p => (p.kind === 'stock' ? p.sector : null)),
    sectorsDate: bySum ? summed.date : (whole?.date ?? null),
    credits:
      last === null ? [] : parts(context, 'creditWeight', whole ?? last, p => (p.kind === 'bond' ? p.credit : null)),
    duration: figure('holdings.duration', 'duration', 'number', fund.duration ?? (bond ? 'noDuration' : 'notBondFund')),
    turnover: figure('holdings.turnover', 'turnover', 'ratio', turnover?.rate ?? 'noTurnover', dated(turnover?.date)),
    institutional: figure(
      'holdings.institutional',
      'institutional',
      'ratio',
      holders.at(-1)?.institutional ?? 'noHolders',
      dated(holders.at(-1)?.date),
    ),
    holders: holders.map(({ date, institutional, individual }) => ({
      date,
      institutional: figure(`holders.${date}.institutional`, 'institutional', 'ratio', institutional, dated(date)),
      individual: figure(`holders.${date}.individual`, 'individual', 'ratio', individual, dated(date)),
    })),
  }
}

/** Named positions as a share of all investments disclosed; top-ten reports leave most unnamed. */
export function disclosedCoverage(context: FundContext): Figure {
  const { input, figure } = context
  const last = input.holdings.findLast(h => h.date <= input.asOf) ?? null
  if (last === null) return figure('coverage', 'coverage', 'ratio', 'noHoldings')
  const { equity, bond, fund, other } = last.allocation
  const invested = equity + bond + fund + other
  const named = last.positions.reduce((sum, p) => sum + p.weight, 0)
  return figure(
    'coverage',
    'coverage',
    'ratio',
    invested > 0 ? Math.min(1, named / invested) : 'noHoldings',
    factsOf(last),
  )
}

/** A part of one, without the noise of the last bits. */
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6

function topTen(context: FundContext, last: FundHoldings, before: FundHoldings | null): PositionRow[] {
  const earlier = new Map(before?.positions.map(p => [p.code, p.weight]))
  return last.positions
    .toSorted((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1))
    .slice(0, TOP)
    .map(p => {
      const was = earlier.get(p.code)
      const change: number | Reason =
        was === undefined
          ? before === null
            ? 'noEarlierReport'
            : before.scope === 'all'
              ? 'newPosition'
              : 'notInEarlierReport'
          : round6(p.weight - was)
      const id = `position.${p.code}`
      return {
        ...p,
        weight: context.figure(id, 'positionWeight', 'ratio', p.weight, dated(last.date)),
        change: context.figure(`${id}.change`, 'positionChange', 'return', change, {
          from: before === null ? undefined : dayNumber(before.date),
          to: dayNumber(last.date),
          frequency: 'event',
        }),
      }
    })
}

function effective(last: FundHoldings): number | null {
  const hhi = concentration(last.positions.map(p => p.weight))
  return hhi === null ? null : 1 / hhi
}

function parts(
  { figure }: FundContext,
  definition: 'sectorWeight' | 'creditWeight',
  holdings: FundHoldings,
  nameOf: (position: FundHoldings['positions'][number]) => string | null,
): FundHoldingsSection['sectors'] {
  const sums = new Map<string, number>()
  for (const position of holdings.positions) {
    const name = nameOf(position)
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + position.weight)
  }
  return [...sums]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, weight]) => ({
      name,
      weight: figure(`${definition}.${name}`, definition, 'ratio', round6(weight), dated(holdings.date)),
    }))
}

/** Sectors as the report sums them up; one of no weight is left out. */
function disclosedSums({ figure }: FundContext, { date, sectors }: FundHoldings): FundHoldingsSection['sectors'] {
  return sectors
    .filter(sector => sector.weight > 0)
    .map(({ name, weight }) => ({
      name,
      weight: figure(`sectorWeight.${name}`, 'sectorWeight', 'ratio', weight, dated(date)),
    }))
}

function factsOf(holdings: FundHoldings | null): CardFacts {
  return holdings === null ? {} : { ...dated(holdings.date), n: holdings.positions.length }
}

function dated(date: string | undefined): CardFacts {
  return date === undefined ? {} : { from: dayNumber(date), to: dayNumber(date), frequency: 'snapshot' }
}
