import { lowestOf, withPosition } from '../sample-days.ts'
import type {
  AccountPerformance,
  AssetFlow,
  AssetPoint,
  ReturnPoint,
} from '../../../model/report/account/performance.ts'
import { Fen } from '../../../model/units.ts'
import { allocationReturns, proxyReturns } from '../../portfolio/class-proxies.ts'
import { dayNumber, isoDate } from '../../portfolio/day-number.ts'
import { roundTogether } from '../../portfolio/round-together.ts'
import { contributions } from '../../portfolio/time-weighted.ts'
import { dateOf, type AccountFacts } from './account-facts.ts'
import { periodFigures, windowStart } from './period-figures.ts'
import { yearsBefore } from './years-before.ts'

const fen = (value: number): Fen => Fen.parse(Math.round(value) + 0)

/** Days shown in charts: the last of each week, every day with money in or out, the first and the last. */
function shownDays(grid: Int32Array, flows: Float64Array): number[] {
  // 1970-01-05 was a Monday: weeks change when this number does.
  const week = (t: number) => Math.floor(((grid[t] ?? 0) + 3) / 7)
  return [...grid.keys()].filter(
    t =>
      t === 0 || t === grid.length - 1 || week(t) !== week(t + 1) || (flows[t] ?? 0) !== 0 || (flows[t + 1] ?? 0) !== 0,
  )
}

function flowsByMonth(grid: Int32Array, flows: Float64Array): AssetFlow[] {
  const months = new Map<string, { day: number; largest: number; sum: number }>()
  grid.forEach((day, t) => {
    const flow = flows[t] ?? 0
    if (t === 0 || Math.round(flow) === 0) return
    const month = isoDate(day).slice(0, 7)
    const known = months.get(month) ?? { day, largest: 0, sum: 0 }
    if (Math.abs(flow) > known.largest) Object.assign(known, { day, largest: Math.abs(flow) })
    known.sum += flow
    months.set(month, known)
  })
  return [...months.values()]
    .filter(m => Math.round(m.sum) !== 0)
    .map(m => ({ date: dateOf(m.day), amount: fen(m.sum) }))
}

/** Returns of the target allocation on the days of the history; null where an index is missing. */
export function targetReturns(facts: AccountFacts): Float64Array | null {
  const { target, packs, indices, riskFree } = facts.input
  if (facts.history === null || target === null) return null
  const grid = facts.history.values.grid
  const of = (key: keyof typeof target.shares) => proxyReturns(packs.stress.proxies[key], indices, grid)
  return allocationReturns(
    target.shares,
    {
      cash: of('cash'),
      fixedIncome: of('fixedIncome'),
      equity: of('equity'),
      multiAsset: of('multiAsset'),
      overseasCommodity: of('overseasCommodity'),
    },
    grid.length,
    riskFree / facts.periodsPerYear,
  )
}

function change(index: Float64Array, e: { readonly from: number; readonly to: number }): number {
  return (index[e.to] ?? 1) / (index[e.from] ?? 1) - 1
}

function totals(facts: AccountFacts): Pick<AccountPerformance, 'totalAssets' | 'netInvested' | 'gain'> {
  const { maker, history } = facts
  const invested =
    history === null
      ? null
      : (history.values.total[0] ?? 0) + history.values.flows.subarray(1).reduce((a, b) => a + b, 0)
  const net = facts.total - facts.debt
  const reason = { reason: 'no-trades', frequency: 'event' } as const
  return {
    totalAssets: maker.figure('performance.totalAssets', 'fen', facts.total, {
      definition: 'total-assets',
      frequency: 'snapshot',
      inputs: [
        { name: 'holdings', value: facts.total - facts.cash },
        { name: 'cash', value: facts.cash },
        { name: 'marginDebt', value: facts.debt },
      ],
    }),
    netInvested: maker.figure('performance.netInvested', 'fen', invested === null ? null : Math.round(invested), {
      definition: 'net-invested',
      ...reason,
    }),
    gain: maker.figure('performance.gain', 'fen', invested === null ? null : net - Math.round(invested), {
      definition: 'gain',
      ...reason,
    }),
  }
}

function contributionRows(
  facts: AccountFacts,
): Pick<AccountPerformance, 'contributions' | 'contributionTotal' | 'contributionWindow'> {
  const { maker, history, asOf } = facts
  const figure = (key: string, unit: 'fen' | 'return', value: number | null, window: AccountPerformance['window']) =>
    maker.figure(`performance.contribution.${key}`, unit, value, {
      definition: unit === 'fen' ? 'profit' : 'contribution',
      window,
      frequency: 'daily',
      reason: 'no-trades',
    })
  if (history === null) {
    const missing = {
      profit: figure('total.profit', 'fen', null, null),
      contribution: figure('total.return', 'return', null, null),
    }
    return { contributions: [], contributionTotal: missing, contributionWindow: null }
  }
  const { values, twr } = history
  const last = values.grid.length - 1
  const from =
    windowStart(values.grid, dayNumber(yearsBefore(asOf, 3)), facts.input.packs.conclusions.thresholds.graceDays) ?? 0
  const window = { from: dateOf(values.grid[from] ?? 0), to: asOf }
  const parts = contributions(values, twr, from, last)
  const exact = values.products.map(p => p.gains.subarray(from + 1, last + 1).reduce((a, b) => a + b, 0))
  const profits = roundTogether(exact)
  const held = new Set(facts.held.map(h => h.code))
  const rows = values.products
    .map((p, i) => ({ code: p.code, profit: profits[i] ?? 0, part: parts[i] ?? 0 }))
    .filter(row => row.profit !== 0 || held.has(row.code))
    .toSorted((a, b) => b.profit - a.profit || a.code.localeCompare(b.code))
  const rest =
    (parts[values.products.length] ?? 0) +
    values.products.reduce((s, p, i) => (profits[i] === 0 && !held.has(p.code) ? s + (parts[i] ?? 0) : s), 0)
  const name = facts.input.packs.conclusions.cashName.zh
  const other =
    Math.abs(rest) > 1e-9
      ? [
          {
            code: 'cash',
            name,
            held: true,
            profit: figure('cash.profit', 'fen', 0, window),
            contribution: figure('cash.return', 'return', rest, window),
          },
        ]
      : []
  return {
    contributionWindow: window,
    contributions: [
      ...rows.map(row => ({
        code: row.code,
        name: facts.factsOf(row.code).name,
        held: held.has(row.code),
        profit: figure(`${row.code}.profit`, 'fen', row.profit, window),
        contribution: figure(`${row.code}.return`, 'return', row.part, window),
      })),
      ...other,
    ],
    contributionTotal: {
      profit: figure(
        'total.profit',
        'fen',
        profits.reduce((a, b) => a + b, 0),
        window,
      ),
      contribution: figure('total.return', 'return', (twr.index[last] ?? 1) / (twr.index[from] ?? 1) - 1, window),
    },
  }
}

/** B2: assets over time, returns by window, profit and contribution by product. */
export function performance(facts: AccountFacts): AccountPerformance {
  const target = targetReturns(facts)
  const base = { periods: periodFigures(facts, target), ...totals(facts), ...contributionRows(facts) }
  const { history, maker } = facts
  if (history === null)
    return { ...base, window: null, assets: [], flows: [], returns: [], calendarYears: [], months: [] }
  const { values, twr } = history
  const { grid, total, flows } = values
  const size = grid.length
  const targetIndex = new Float64Array(size).fill(1)
  const high = new Float64Array(size).fill(1)
  const invested = new Float64Array(size)
  invested[0] = total[0] ?? 0
  for (let t = 1; t < size; t++) {
    targetIndex[t] = (targetIndex[t - 1] ?? 1) * (1 + (target?.[t] ?? 0))
    high[t] = Math.max(high[t - 1] ?? 1, twr.index[t] ?? 1)
    invested[t] = (invested[t - 1] ?? 0) + (flows[t] ?? 0)
  }
  const shown = shownDays(grid, flows)
  const assets = shown.map((t): AssetPoint => ({
    date: dateOf(grid[t] ?? 0),
    assets: fen(total[t] ?? 0),
    netInvested: fen(invested[t] ?? 0),
  }))
  const drawdown = high.map((top, t) => (twr.index[t] ?? 1) / top - 1)
  const returns = [...withPosition(Int32Array.from(shown), lowestOf(drawdown))].map((t): ReturnPoint => ({
    date: dateOf(grid[t] ?? 0),
    account: twr.index[t] ?? 1,
    target: target === null ? null : (targetIndex[t] ?? 1),
    drawdown: drawdown[t] ?? 0,
  }))
  const stepOf = (length: 4 | 7) => {
    const ends = new Map<string, { from: number; to: number }>()
    for (let t = 1; t < size; t++) {
      const key = isoDate(grid[t] ?? 0).slice(0, length)
      ends.set(key, { from: ends.get(key)?.from ?? t - 1, to: t })
    }
    return [...ends]
  }
  const window = { from: dateOf(grid[0] ?? 0), to: facts.asOf }
  const figure = (
    id: string,
    value: number | null,
    e: { readonly from: number; readonly to: number },
    definition: string,
  ) =>
    maker.figure(id, 'return', value, {
      definition,
      window: { from: dateOf(grid[e.from] ?? 0), to: dateOf(grid[e.to] ?? 0) },
      frequency: 'daily',
      n: e.to - e.from,
      reason: 'no-benchmark',
    })
  return {
    ...base,
    window,
    assets,
    flows: flowsByMonth(grid, flows),
    returns,
    calendarYears: stepOf(4).map(([year, e]) => ({
      year: Number(year),
      whole: dateOf(grid[e.from] ?? 0) <= `${year}-01-10` && dateOf(grid[e.to] ?? 0) >= `${year}-12-25`,
      account: figure(`performance.${year}.account`, change(twr.index, e), e, 'twr'),
      target: figure(`performance.${year}.target`, target === null ? null : change(targetIndex, e), e, 'target-return'),
    })),
    months: stepOf(7).map(([month, e]) => ({
      month,
      account: figure(`performance.${month}.account`, change(twr.index, e), e, 'twr'),
    })),
  }
}
