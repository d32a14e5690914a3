import type { z } from 'zod'
import type { FundHoldings } from '../../model/fund-holding.ts'
import type { FundSpec } from './fund-spec.ts'
import { makeRandom, type Random } from './random.ts'
import type { Stock } from './stocks.ts'

type Position = z.input<typeof FundHoldings>['positions'][number]

const credits = ['AAA', 'AAA', 'AA+', 'AA', '利率债']
const round4 = (x: number): number => Math.round(x * 10000) / 10000

/** Sums by sector over all shares: the unnamed ones lie in the sectors of the named ones, and in a few others. */
const sectorsOf = (
  random: Random,
  equity: number,
  positions: readonly Position[],
  stocks: readonly Stock[],
): z.input<typeof FundHoldings>['sectors'] => {
  const sums = new Map<string, number>()
  for (const { kind, sector, weight } of positions)
    if (kind === 'stock' && sector !== null) sums.set(sector, (sums.get(sector) ?? 0) + weight)
  if (sums.size === 0) return []
  const named = [...sums.values()].reduce((a, b) => a + b, 0)
  const homes = [...sums.keys(), random.pick(stocks).sector, random.pick(stocks).sector]
  for (let left = Math.max(0, round4(equity - named)); left > 0;) {
    const home = random.pick(homes)
    const part = Math.min(left, round4(equity / 12))
    sums.set(home, (sums.get(home) ?? 0) + part)
    left = round4(left - part)
  }
  return Array.from(sums, ([name, weight]) => ({ code: '', name, weight: round4(weight) })).toSorted(
    (a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1),
  )
}

/** One report of one fund: the first ten positions of each kind, or all of them at half-years. */
export const disclose = (
  seed: number,
  spec: FundSpec,
  date: string,
  scope: 'topTen' | 'all',
  stocks: readonly Stock[],
  bySector: ReadonlyMap<string, readonly Stock[]>,
  targets: readonly FundSpec[],
): z.input<typeof FundHoldings> => {
  const taste = makeRandom(seed, `taste/${spec.fundId}`)
  const random = makeRandom(seed, `disclose/${spec.fundId}/${date}`)
  const [e, b, c, f] = spec.peer.mix
  const tilt = 1 + 0.06 * random.normal()
  const equity = round4(Math.min(0.95, Math.max(0, e * tilt)))
  const fund = round4(f)
  const cash = round4(c)
  const bond = round4(Math.max(0, e + b - equity))
  const other = round4(Math.max(0, 1 - equity - bond - cash - fund))
  const positions: Position[] = []
  const home = spec.peer.group.endsWith('主题') ? bySector.get(spec.peer.group.replace('主题', '')) : undefined
  const count = scope === 'all' ? 28 : 10
  const spread = (total: number, n: number, add: (weight: number, i: number) => void): void => {
    let left = total
    for (let i = 0; i < n && left > 0.001; i++) {
      const weight = round4(Math.min(left, total * (0.105 - 0.0028 * i) * (0.85 + 0.3 * random.next())))
      left -= weight
      add(weight, i)
    }
  }
  if (equity > 0.02 && fund < 0.5) {
    const seen = new Set<string>()
    spread(equity, count, weight => {
      let stock = taste.pick(home !== undefined && taste.chance(0.8) ? home : stocks)
      // A few names change from report to report
      if (random.chance(0.15)) stock = random.pick(stocks)
      if (seen.has(stock.code)) return
      seen.add(stock.code)
      positions.push({ code: stock.code, name: stock.name, kind: 'stock', sector: stock.sector, credit: null, weight })
    })
  }
  if (bond > 0.1)
    spread(bond, Math.min(count, scope === 'all' ? 12 : 5), weight => {
      const n = taste.int(900)
      const credit = taste.pick(credits)
      const name = credit === '利率债' ? `26溪国债${n % 20}` : `2${3 + (n % 4)}临江投资MTN${String(n).padStart(3, '0')}`
      positions.push({ code: `B99${String(n).padStart(4, '0')}`, name, kind: 'bond', sector: null, credit, weight })
    })
  if (fund > 0.1)
    spread(fund, count, weight => {
      const target = taste.pick(targets)
      positions.push({ code: target.fundId, name: target.name, kind: 'fund', sector: null, credit: null, weight })
    })
  const allocation = { equity, bond, cash, fund, other }
  return {
    fundId: spec.fundId,
    date,
    scope,
    allocation,
    positions,
    sectors: sectorsOf(random, equity, positions, stocks),
  }
}
