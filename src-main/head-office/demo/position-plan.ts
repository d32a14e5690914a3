import { type Draft, worth } from './draft.ts'
import { isListed, lotOf } from './listed.ts'
import type { Asset } from './market.ts'
import { valueAt } from './series.ts'

export interface Step {
  readonly position: number
  /** Share of the final units, bought (positive) or sold (negative). */
  readonly part: number
  readonly side: 'buy' | 'sell' | 'convertIn' | 'convertOut'
}

export interface Lot {
  readonly drafts: readonly Draft[]
  /** Units times 100 and moving cost in fen at the end. */
  readonly units: number
  readonly cost: number
}

/** Commission of listed products (at least 5 yuan a trade would be usual; ours has no floor) or the fund's fee. */
const feeOf = (asset: Asset, side: Step['side'], amount: number, heldDays: number): number => {
  if (isListed(asset)) return Math.round(amount * (side === 'sell' && asset.product.kind === 'stock' ? 0.0008 : 0.0003))
  if (asset.money || asset.share === null) return 0
  if (side === 'buy') return asset.share.letter === 'C' ? 0 : Math.round(amount * asset.share.spec.peer.fees[3] * 0.1)
  return heldDays < 7 ? Math.round(amount * 0.015) : 0
}

/** Money funds turn their income into units at these distances (exchange days). */
const incomeEvery = 61

interface Event {
  readonly position: number
  readonly order: number
  readonly step: Step | null
}

/**
 * Trades of one product that end at about `target` units: dividends, splits and money-fund income on the way are worked
 * in by a first run with whole parts, then the parts are scaled and rounded.
 */
export const tradePosition = (
  asset: Asset,
  account: string,
  target: number,
  steps: readonly Step[],
  until: number,
  reinvest: boolean,
): Lot => {
  const first = Math.min(...steps.map(s => s.position))
  const events: Event[] = [
    ...steps.map(s => ({ position: s.position, order: 1, step: s })),
    ...asset.events
      .filter(e => e.position > first && e.position <= until)
      .map(e => ({ position: e.position, order: 0, step: null })),
  ]
  if (asset.money)
    for (let t = first + incomeEvery; t <= until; t += incomeEvery) events.push({ position: t, order: 0, step: null })
  events.sort((x, y) => x.position - y.position || x.order - y.order)

  const growth = (from: number, to: number): number => {
    let sum = 0
    for (let t = from + 1; t <= to; t++) sum += valueAt(asset.series, t)
    return sum / 1e8
  }
  const priceOn = (position: number): number => (asset.money ? 10000 : valueAt(asset.series, position))

  const run = (scale: number, whole: boolean): Lot => {
    const drafts: Draft[] = []
    const lot = lotOf(asset)
    const round = whole
      ? (x: number): number => (isListed(asset) ? Math.max(1, Math.round(x / lot)) * lot : Math.round(x))
      : (x: number): number => x
    let units = 0
    let cost = 0
    let lastIncome = first
    let bought = first
    for (const event of events) {
      const { position, step } = event
      const price = priceOn(position)
      if (step === null) {
        if (units <= 0) {
          lastIncome = position
          continue
        }
        const paid = asset.money ? null : asset.events.find(e => e.position === position)
        const rate = asset.money ? growth(lastIncome, position) : (paid?.perUnit4 ?? 0) / price
        lastIncome = position
        if (paid != null && paid.ratio !== 1) {
          const added = round(units * (paid.ratio - 1))
          units += added
          drafts.push({
            position,
            side: 'split',
            account,
            code: asset.code,
            units: added,
            price,
            amount: 0,
            fee: 0,
            cash: 0,
          })
        } else if (asset.money || reinvest) {
          const amount = whole ? worth(units * rate, price) : 0
          const added = round(units * rate)
          if (added <= 0) continue
          units += added
          cost += amount
          drafts.push({
            position,
            side: 'reinvest',
            account,
            code: asset.code,
            units: added,
            price,
            amount,
            fee: 0,
            cash: 0,
          })
        } else {
          const amount = worth(units, paid?.perUnit4 ?? 0)
          drafts.push({
            position,
            side: 'dividend',
            account,
            code: asset.code,
            units: 0,
            price,
            amount,
            fee: 0,
            cash: amount,
          })
        }
        continue
      }
      const inward = step.part > 0
      const wanted = round(Math.abs(step.part) * scale)
      const moved = inward ? wanted : Math.min(wanted, units)
      if (moved <= 0) continue
      const amount = worth(moved, price)
      const fee = feeOf(asset, step.side === 'convertIn' ? 'sell' : step.side, amount, inward ? 99 : position - bought)
      if (inward) {
        units += moved
        cost += amount + fee
        bought = position
      } else {
        cost -= whole ? Math.round((cost * moved) / units) : 0
        units -= moved
      }
      drafts.push({
        position,
        side: step.side,
        account,
        code: asset.code,
        units: moved,
        price,
        amount,
        fee,
        cash: inward ? -amount - fee : amount - fee,
      })
    }
    return { drafts, units, cost }
  }
  const trial = run(1, false)
  if (trial.units <= 0) return run(target, true)
  return run(target / trial.units, true)
}
