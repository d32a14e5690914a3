import type { Cell } from './cells.ts'
import { lotOf } from './listed.ts'
import type { Asset } from './market.ts'
import type { Step } from './position-plan.ts'
import type { Random } from './random.ts'
import { valueAt } from './series.ts'

/** How one held product was built up: a plan of instalments, a few buys, or one buy, with a sale of a part now and then. */
export const buildUp = (
  cell: Cell,
  asset: Asset,
  from: number,
  today: number,
  scale: number,
  random: Random,
): Step[] => {
  const first = Math.max(from, asset.series.start + 1)
  const last = Math.max(first, today - 3)
  const steps: Step[] = []
  const begin = first + Math.floor((last - first) * random.next() ** 1.4)
  const kind = asset.product.kind
  const plan = kind === 'fund' && random.chance(0.16)
  const single = kind === 'note' || kind === 'privateFund' || random.chance(0.3)
  if (plan) {
    const n = Math.max(2, Math.min(Math.floor((last - begin) / 21), Math.round(24 * scale)))
    for (let i = 0; i < n; i++) steps.push({ position: Math.min(last, begin + i * 21), part: 1 / n, side: 'buy' })
  } else {
    const n = single ? 1 : 1 + random.int(Math.max(1, Math.round(5 * scale)))
    for (let i = 0; i < n; i++)
      steps.push({ position: i === 0 ? begin : begin + random.int(last - begin + 1), part: 1 / n, side: 'buy' })
  }
  if (single) return steps
  if (begin + 5 > last) return steps
  const sales = random.int(Math.round((cell.style === 'allocation' ? 5 : 3) * scale) + 1)
  for (let i = 0; i < sales; i++) {
    const at = begin + 1 + random.int(last - begin)
    const part = 0.1 + 0.25 * random.next()
    // Each sale is bought back some time before, so that the final units stay
    steps.push({ position: begin, part, side: 'buy' }, { position: Math.max(begin + 1, at), part: -part, side: 'sell' })
  }
  return steps
}

export interface RoundTrip {
  readonly asset: Asset
  /** Money put in, in yuan. */
  readonly money: number
  readonly bought: number
  readonly sold: number
}

/** Bought and sold again within days or weeks: what makes a trading client; winners are sold sooner than losers. */
export const roundTrips = (
  cell: Cell,
  pool: readonly Asset[],
  assets: number,
  from: number,
  today: number,
  scale: number,
  random: Random,
): RoundTrip[] => {
  const perYear =
    cell.style === 'trading' ? 26 + random.int(12) : cell.style === 'allocation' ? random.int(7) : random.int(4)
  const turnover = cell.style === 'trading' ? 2.6 + 3.6 * random.next() : perYear * 0.02
  const out: RoundTrip[] = []
  for (let year = 0; year < 3; year++) {
    const n = Math.round(perYear * scale * (year === 0 ? 1 : 0.3))
    for (let i = 0; i < n; i++) {
      let asset = random.pick(pool)
      for (
        let tries = 0;
        tries < 6 && (lotOf(asset) * valueAt(asset.series, today)) / 1e6 > (turnover * assets) / perYear;
        tries++
      )
        asset = random.pick(pool)
      const end = today - 2 - year * 243
      const bought = end - 242 + random.int(230)
      const hold = 1 + Math.floor(26 * random.next() ** 2)
      const money = ((turnover * assets) / Math.max(1, Math.round(perYear * scale))) * (0.6 + 0.8 * random.next())
      const affordable = (lotOf(asset) * valueAt(asset.series, bought)) / 1e6 <= 1.3 * money
      if (!affordable || bought < from || bought <= asset.series.start) continue
      out.push({ asset, money, bought, sold: Math.min(today - 1, bought + hold) })
    }
  }
  return out
}
