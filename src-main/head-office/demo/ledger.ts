import type { Cell } from './cells.ts'
import { convertOne, correction } from './conversions.ts'
import { type Draft, worth } from './draft.ts'
import type { Asset, Market } from './market.ts'
import type { Person } from './person.ts'
import { type Pools, choosePortfolio } from './portfolio.ts'
import { type Lot, tradePosition } from './position-plan.ts'
import type { Random } from './random.ts'
import { valueAt } from './series.ts'
import { buildUp, roundTrips } from './trade-steps.ts'

export interface Held {
  readonly asset: Asset
  readonly account: string
  readonly lot: Lot
}

export interface Ledger {
  readonly held: readonly Held[]
  readonly drafts: readonly Draft[]
  readonly cash: number
  readonly marginDebt: number
  readonly advisory: boolean
}

/** Wanted total assets of a tier in yuan, spread evenly on a log scale. */
const range: readonly (readonly [number, number])[] = [
  [1, 2],
  [1500, 46_000],
  [53_000, 455_000],
  [520_000, 2_350_000],
  [3_150_000, 8_200_000],
  [10_400_000, 41_000_000],
]

/** How often small and large clients trade, against the middle. */
const liveliness = [1, 0.62, 0.75, 0.95, 1.05, 1.2]

export const accountOf = (id: string, asset: Asset, margin: boolean): string => {
  const { kind } = asset.product
  if (kind === 'advisory') return `${id}-A`
  if (kind === 'stock' || kind === 'etf' || kind === 'convertible') return margin ? `${id}-M` : `${id}-C`
  return `${id}-F`
}

const money = (asset: Asset, position: number): number => (asset.money ? 10000 : valueAt(asset.series, position))

/** By day; money comes in before it is spent. */
const byDay = (x: Draft, y: Draft): number =>
  x.position - y.position || Number(y.side === 'deposit') - Number(x.side === 'deposit')

/** Exchange days between two looks at spare money. */
const quarter = 31

/** The lowest balance from a day on, the balance that the day starts with included. */
const leastFrom = (drafts: readonly Draft[], from: number): number => {
  let running = 0
  let least = Number.POSITIVE_INFINITY
  for (const d of drafts) {
    if (d.position >= from) least = Math.min(least, running, running + d.cash)
    running += d.cash
  }
  return Math.min(least, running)
}

/** Deposits so that the money never falls below nothing, and a last transfer that leaves about the wanted balance. */
const balance = (
  drafts: readonly Draft[],
  account: string,
  wanted: number,
  from: number,
  today: number,
): { flows: Draft[]; cash: number } => {
  const flows: Draft[] = []
  const flow = (position: number, amount: number): void => {
    const side = amount > 0 ? 'deposit' : 'withdraw'
    flows.push({
      position,
      side,
      account,
      code: null,
      units: 0,
      price: null,
      amount: Math.abs(amount),
      fee: 0,
      cash: amount,
    })
  }
  const grain = wanted > 50_000_00 ? 10_000_00 : 1_000_00
  let cash = 0
  for (const draft of drafts) {
    if (cash + draft.cash < 0) {
      const amount = Math.ceil((-(cash + draft.cash) + wanted * 0.5) / grain) * grain
      flow(Math.max(from, draft.position - 1), amount)
      cash += amount
    }
    cash += draft.cash
  }
  // Money that nothing later needs leaves every quarter, and for good a month ago: balances and averages stay what the client keeps here
  const last = today - 25
  const first = last - quarter * Math.floor((last - from) / quarter)
  for (let at = first; at <= last; at += quarter) {
    const spare = Math.floor((leastFrom([...flows, ...drafts].toSorted(byDay), at) - wanted) / 1000_00) * 1000_00
    if (spare < 1000_00) continue
    flow(at, -spare)
    cash -= spare
  }
  const missing = Math.ceil((wanted - cash) / 1000_00) * 1000_00
  if (missing >= 1000_00) {
    flow(Math.max(drafts.at(-1)?.position ?? from, last), missing)
    cash += missing
  }
  return { flows, cash }
}

/** Everything a client did in three years and what is left of it at position `until`. */
export const makeLedger = (
  id: string,
  cell: Cell,
  person: Person,
  market: Market,
  pools: Pools,
  scale: number,
  until: number,
  random: Random,
): Ledger => {
  const { today } = market
  const from = today - 3 * 243 + 6
  const [least, high] = range[cell.tier] ?? [1, 2]
  // Whole lots cost thousands: nobody trades shares with less
  const low = cell.style === 'trading' ? Math.max(least, 7000) : least
  const total = low * (high / low) ** random.next()
  // Money on its way through round trips comes on top of what is held
  const assets = cell.style === 'trading' ? total * 0.86 : total
  const inactive = cell.tier === 1 && cell.style === 'wealth' && random.chance(0.06)
  const margin = cell.style === 'trading' && cell.tier >= 3 && random.chance(0.16)
  const reinvest = random.chance(0.6)
  const portfolio = choosePortfolio(cell, person, pools, assets, today, random)
  const activity = scale * (liveliness[cell.tier] ?? 1)
  const lots: Held[] = []
  if (!inactive)
    for (const wish of portfolio.wishes) {
      const { asset, weight } = wish
      const units = (assets * weight * 100 * 10000) / money(asset, today)
      const steps = buildUp(cell, asset, from, today, activity, random)
      const account = accountOf(id, asset, margin)
      const lot = tradePosition(asset, account, units, steps, Math.min(until, today), reinvest)
      if (lot.units > 0) lots.push({ asset, account, lot })
    }
  const pool = [...(pools.byKey.get('stock') ?? []), ...(pools.byKey.get('etf') ?? [])]
  const heldCodes = new Set(lots.map(l => l.asset.code))
  const trips = inactive ? [] : roundTrips(cell, pool, assets, from, today, activity, random)
  const converted = random.chance(0.15) ? convertOne(lots, pools.byKey.get('fund/cash') ?? [], from, random) : null
  const drafts: Draft[] = [...(converted ?? lots.flatMap(l => l.lot.drafts))]
  const corrected = random.chance(0.02) ? lots.at(-1) : undefined
  if (corrected !== undefined) drafts.push(...correction(corrected, today))
  for (const trip of trips) {
    if (heldCodes.has(trip.asset.code)) continue
    const units = (trip.money * 100 * 10000) / valueAt(trip.asset.series, trip.bought)
    const steps = [
      { position: trip.bought, part: 1, side: 'buy' as const },
      // More than there is: splits and reinvested dividends on the way are sold too
      { position: trip.sold, part: -1000, side: 'sell' as const },
    ]
    drafts.push(...tradePosition(trip.asset, accountOf(id, trip.asset, margin), units, steps, today, reinvest).drafts)
  }
  drafts.sort((x, y) => x.position - y.position)
  const main = `${id}-C`
  const wanted = Math.round(assets * (inactive ? 0 : portfolio.cash) * 100)
  const { flows, cash } = inactive
    ? { flows: [], cash: random.chance(0.5) ? 0 : random.int(300_00) }
    : balance(drafts, main, wanted, from, today)
  const all = [...flows, ...drafts].toSorted(byDay)
  const opening =
    inactive && cash > 0
      ? [
          {
            position: from,
            side: 'deposit' as const,
            account: main,
            code: null,
            units: 0,
            price: null,
            amount: cash,
            fee: 0,
            cash,
          },
        ]
      : []
  const debt = margin ? Math.round(assets * (0.02 + 0.14 * random.next())) * 100 : 0
  const advisory =
    lots.some(l => l.asset.product.kind === 'advisory') || (cell.style === 'allocation' && random.chance(0.9))
  return { held: lots, drafts: [...opening, ...all], cash, marginDebt: debt, advisory }
}

/** Total assets at a position in fen: units as they were then at the prices of that day, and the money. */
export const assetsAt = (ledger: Ledger, position: number, prices: ReadonlyMap<string, Asset>): number => {
  let total = ledger.cash
  const units = new Map<string, number>()
  for (const h of ledger.held) units.set(h.asset.code, (units.get(h.asset.code) ?? 0) + h.lot.units)
  for (let i = ledger.drafts.length - 1; i >= 0; i--) {
    const d = ledger.drafts[i]
    if (d === undefined || d.position <= position) break
    total -= d.cash
    if (d.code === null) continue
    const inward = ['buy', 'reinvest', 'split', 'convertIn', 'adjustIn'].includes(d.side)
    units.set(d.code, (units.get(d.code) ?? 0) + (inward ? -d.units : d.units))
  }
  for (const [code, n] of units) {
    const asset = prices.get(code)
    if (asset !== undefined && n !== 0) total += worth(n, money(asset, position - asset.lag))
  }
  return total
}
