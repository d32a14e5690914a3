import type { Cell } from './cells.ts'
import { isListed, lotOf } from './listed.ts'
import type { Asset, Market } from './market.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'
import { valueAt } from './series.ts'

/** Assets sorted for the choice of portfolios: by kind of money and by risk grade. */
export interface Pools {
  readonly byKey: ReadonlyMap<string, readonly Asset[]>
}

export interface Wish {
  readonly asset: Asset
  readonly weight: number
}

const gradeNumber = (asset: Asset): number => Number((asset.product.riskGrade ?? 'R3').slice(1))

const poolOf = (asset: Asset): string => {
  const { kind, assetClass } = asset.product
  if (kind === 'fund') return `fund/${assetClass}`
  return kind
}

export const makePools = (market: Market): Pools => {
  const byKey = new Map<string, Asset[]>()
  const years = 300
  for (const asset of market.assets) {
    if (asset.product.sale === 'closed' && asset.product.kind !== 'note') continue
    // Young products are held by few
    if (asset.product.kind === 'fund' && market.today - asset.series.start < years && asset.series.start % 7 !== 0)
      continue
    // Nobody holds a note before it is issued
    if (asset.series.start > market.today - (asset.product.kind === 'note' ? 4 : 30)) continue
    const key = poolOf(asset)
    const pool = byKey.get(key)
    if (pool === undefined) byKey.set(key, [asset])
    else pool.push(asset)
  }
  return { byKey }
}

/** Mixes per style and tier group: pool and weight; the number of products follows from the client's size. */
const mixes: Readonly<Record<Cell['style'], readonly (readonly [string, number, number])[]>> = {
  trading: [
    ['stock', 0.55, 4],
    ['etf', 0.25, 2],
    ['convertible', 0.06, 1],
    ['fund/equity', 0.08, 1],
    ['cash', 0.06, 0],
  ],
  wealth: [
    ['fund/fixedIncome', 0.46, 4],
    ['fund/multiAsset', 0.18, 2],
    ['fund/equity', 0.14, 2],
    ['fund/cash', 0.08, 1],
    ['note', 0.1, 1],
    ['cash', 0.04, 0],
  ],
  allocation: [
    ['fund/fixedIncome', 0.31, 4],
    ['fund/equity', 0.15, 3],
    ['etf', 0.08, 2],
    ['fund/overseasCommodity', 0.14, 2],
    ['advisory', 0.08, 1],
    ['fund/multiAsset', 0.08, 1],
    ['cashManagement', 0.08, 1],
    ['cash', 0.08, 0],
  ],
}

const large: readonly (readonly [string, number, number])[] = [
  ['privateFund', 0.08, 1],
  ['note', 0.05, 1],
]

/** How often traders of a tier go above their level. */
const boldness = [0, 0.16, 0.13, 0.1, 0.06, 0.03]

/** Target weights of one client; products above the client's level are taken now and then, as in life. */
export const choosePortfolio = (
  cell: Cell,
  person: Person,
  pools: Pools,
  assets: number,
  today: number,
  random: Random,
): { wishes: Wish[]; cash: number } => {
  const level = person.capacity === 'C1min' ? 1 : Number(person.capacity.slice(1))
  const mix = [...mixes[cell.style], ...(cell.tier === 5 && cell.style !== 'trading' ? large : [])]
  const size = [0.34, 0.34, 0.6, 1, 1.3, 1.8][cell.tier] ?? 1
  let cash = 0
  const wishes: Wish[] = []
  const taken = new Set<string>()
  for (const [key, weight, count] of mix) {
    const drawn = weight * (0.8 + 0.4 * random.next())
    if (key === 'cash') {
      cash += drawn
      continue
    }
    if (key === 'note' && cell.tier < 4) continue
    const pool = pools.byKey.get(key) ?? []
    const n = Math.max(1, Math.round(count * size * (0.7 + 0.6 * random.next())))
    const bold = random.chance(cell.style === 'trading' ? (boldness[cell.tier] ?? 0) : 0.045)
    for (let i = 0; i < n; i++) {
      let found: Asset | null = null
      for (let tries = 0; tries < 24 && found === null; tries++) {
        const asset = random.pick(pool)
        // Somebody who trades finds something to trade, whatever his level
        const fits = gradeNumber(asset) <= level || bold || (cell.style === 'trading' && tries >= 16)
        const affordable =
          !isListed(asset) || (lotOf(asset) * valueAt(asset.series, today)) / 1e6 <= (1.3 * assets * drawn) / n
        if (fits && affordable && !taken.has(asset.code)) found = asset
      }
      if (found === null) continue
      taken.add(found.code)
      wishes.push({ asset: found, weight: (drawn / n) * (0.7 + 0.6 * random.next()) })
    }
  }
  const sum = wishes.reduce((s, w) => s + w.weight, cash)
  return { wishes: wishes.map(w => ({ ...w, weight: w.weight / sum })), cash: cash / sum }
}
