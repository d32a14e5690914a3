import type {
  AccountConcentration,
  ConcentrationRow,
  HighestPair,
  PairTable,
} from '../../../model/report/account/concentration.ts'
import { comovement } from '../../portfolio/asset-returns.ts'
import { fundOverlap } from '../../portfolio/fund-overlap.ts'
import { concentration as hhiOf } from '../../portfolio/portfolio-risk.ts'
import { roundTogether } from '../../portfolio/round-together.ts'
import { isCashLike, type AccountFacts, type Held } from './account-facts.ts'
import { comparable, exposureOf, type ExposureRisk } from './exposure.ts'
import { holdingShares } from './holding-shares.ts'

interface Slice {
  readonly name: string
  value: number
  readonly through: Set<string>
}

const STOCKS_SHOWN = 15

/** Rows of one cut of the account, largest first. */
function rowsOf(
  facts: AccountFacts,
  cut: string,
  slices: ReadonlyMap<string, Slice>,
  limit: number,
  printed: ReadonlyMap<string, number | null> = new Map(),
): readonly ConcentrationRow[] {
  return [...slices]
    .toSorted((a, b) => b[1].value - a[1].value || a[0].localeCompare(b[0]))
    .slice(0, limit)
    .map(([key, slice]) => {
      const source = { definition: `concentration-${cut}`, frequency: 'snapshot', reason: 'no-assets' } as const
      return {
        key,
        name: slice.name,
        value: facts.maker.figure(`concentration.${cut}.${key}.value`, 'fen', Math.round(slice.value), source),
        share: facts.maker.figure(
          `concentration.${cut}.${key}.share`,
          'ratio',
          printed.get(key) ?? (facts.total > 0 ? slice.value / facts.total : null),
          source,
        ),
        through: [...slice.through],
      }
    })
}

function add(slices: Map<string, Slice>, key: string, name: string, value: number, code: string): void {
  const known = slices.get(key)
  if (known === undefined) slices.set(key, { name, value, through: new Set([code]) })
  else {
    known.value += value
    known.through.add(code)
  }
}

function slicesOf(facts: AccountFacts) {
  const products = new Map<string, Slice>()
  const managers = new Map<string, Slice>()
  const sectors = new Map<string, Slice>()
  const stocks = new Map<string, Slice>()
  const sectorOf = new Map<string, string>()
  const disclosureOf = (h: Held) => (h.fund === null ? undefined : facts.input.disclosures.get(h.fund.fundId))
  for (const h of facts.held)
    for (const p of disclosureOf(h)?.positions ?? []) if (p.sector !== null) sectorOf.set(p.code, p.sector)
  for (const h of facts.held) {
    add(products, h.code, h.name, h.value, h.code)
    // A fund led by two counts for both: the question is what hangs on one person.
    for (const m of h.fund?.managers ?? []) if (m.to === null) add(managers, m.name, m.name, h.value, h.code)
    if (h.product?.kind === 'stock') {
      add(stocks, h.code, h.name, h.value, h.code)
      const sector = sectorOf.get(h.code)
      if (sector !== undefined) add(sectors, sector, sector, h.value, h.code)
    }
    const disclosure = disclosureOf(h)
    // sums count every share, positions of a quarter the first ten only
    const sums = disclosure?.sectors ?? []
    for (const s of sums) add(sectors, s.name, s.name, h.value * s.weight, h.code)
    for (const p of disclosure?.positions ?? []) {
      if (p.kind !== 'stock') continue
      add(stocks, p.code, p.name, h.value * p.weight, h.code)
      if (sums.length === 0 && p.sector !== null) add(sectors, p.sector, p.sector, h.value * p.weight, h.code)
    }
  }
  return { products, managers, sectors, stocks }
}

function highest(facts: AccountFacts, table: PairTable, key: string): HighestPair | null {
  let best: { a: number; b: number; value: number } | null = null
  table.values.forEach((row, a) =>
    row.forEach((value, b) => {
      if (b < a && value !== null && (best === null || value > best.value)) best = { a, b, value }
    }),
  )
  const found: { readonly a: number; readonly b: number; readonly value: number } | null = best
  if (found === null) return null
  const { a, b, value } = found
  return {
    a: table.codes[b] ?? '',
    b: table.codes[a] ?? '',
    figure: facts.maker.figure(`concentration.${key}.highest`, key === 'overlap' ? 'ratio' : 'number', value, {
      definition: key,
      window: table.card.window,
      frequency: table.card.frequency,
      n: table.card.n,
      inputs: [
        { name: 'a', value: table.codes[b] ?? '' },
        { name: 'b', value: table.codes[a] ?? '' },
      ],
    }),
  }
}

function overlapTable(facts: AccountFacts): PairTable {
  const rows = comparable(exposureOf(facts))
  const none: ReadonlyMap<string, number> = new Map()
  return {
    codes: rows.map(r => r.facts.code),
    names: rows.map(r => r.facts.name),
    values: rows.map((a, i) =>
      rows.map((b, j) => (i === j ? 1 : fundOverlap(a.facts.positions ?? none, b.facts.positions ?? none))),
    ),
    card: facts.maker.card({ definition: 'overlap', frequency: 'snapshot', n: rows.length }),
  }
}

function correlationTable(facts: AccountFacts): PairTable {
  const own = facts.held.flatMap(h => {
    const asset = h.returns()
    return asset === null || isCashLike(h, facts) ? [] : [{ h, asset }]
  })
  const moves = comovement(
    own.map(o => o.asset),
    facts.input.packs.conclusions.thresholds.minimumReturns,
  )
  return {
    codes: own.map(o => o.h.code),
    names: own.map(o => o.h.name),
    values: moves.correlations,
    card: facts.maker.card({
      definition: 'correlation',
      window: facts.window,
      frequency: 'daily',
      n: moves.leastCommon,
    }),
  }
}

/** B4: products, managers, sectors and stocks by their share, overlap, correlation and where the risk comes from. */
export function concentration(facts: AccountFacts, risk: ExposureRisk): AccountConcentration {
  const { maker, held } = facts
  const shares = holdingShares(facts)
  const { products, managers, sectors, stocks } = slicesOf(facts)
  const overlap = overlapTable(facts)
  const correlation = correlationTable(facts)
  const hhi = hhiOf([...held.map(h => h.value), facts.cash].filter(v => v > 0))
  const snapshot = { frequency: 'snapshot', reason: 'no-assets' } as const
  const parts = risk.contributions.map(c => c ?? 0)
  const rounded = roundTogether(parts.map(p => p * 1000)).map(p => p / 1000)
  return {
    products: rowsOf(facts, 'product', products, 60, shares),
    managers: rowsOf(facts, 'manager', managers, 20),
    sectors: rowsOf(facts, 'sector', sectors, 20),
    stocks: rowsOf(facts, 'stock', stocks, STOCKS_SHOWN),
    overlap,
    highestOverlap: highest(facts, overlap, 'overlap'),
    correlation,
    highestCorrelation: highest(facts, correlation, 'correlation'),
    hhi: maker.figure('concentration.hhi', 'number', hhi, { definition: 'hhi', ...snapshot }),
    effectiveHoldings: maker.figure('concentration.effectiveHoldings', 'number', hhi === null ? null : 1 / hhi, {
      definition: 'effective-holdings',
      ...snapshot,
    }),
    diversificationRatio: maker.figure('concentration.diversificationRatio', 'number', risk.diversificationRatio, {
      definition: 'diversification-ratio',
      window: facts.window,
      frequency: 'daily',
      n: risk.returns.length,
      reason: 'no-history',
    }),
    riskContributions: held.map((h, i) => ({
      code: h.code,
      name: h.name,
      share: maker.figure(`concentration.risk.${h.code}.share`, 'ratio', shares.get(h.code) ?? null, {
        definition: 'holding-share',
        ...snapshot,
      }),
      contribution: maker.figure(
        `concentration.risk.${h.code}.contribution`,
        'ratio',
        risk.contributions[i] === null || risk.contributions[i] === undefined ? null : (rounded[i] ?? 0),
        {
          definition: 'risk-contribution',
          window: facts.window,
          frequency: 'daily',
          n: risk.returns.length,
          reason: 'no-history',
        },
      ),
    })),
  }
}
