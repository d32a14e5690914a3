import type { ProductLedger } from './account-ledger.ts'
import { priceAt } from './price-history.ts'

export interface Disposition {
  readonly realisedGains: number
  readonly paperGains: number
  readonly realisedLosses: number
  readonly paperLosses: number
  /** Proportion of gains realised and of losses realised; null where there was none to realise. */
  readonly gainsRealised: number | null
  readonly lossesRealised: number | null
}

interface Running {
  readonly ledger: ProductLedger
  units: number
  cost: number
  next: number
}

/**
 * Disposition effect (Odean 1998): on every day with a sale each product held is counted once, as a realised or a paper
 * gain or loss against its moving-average cost. `gainsRealised = RG / (RG + PG)`, `lossesRealised = RL / (RL + PL)`.
 * Products without prices and days before `from` do not count.
 */
export function disposition(ledgers: readonly ProductLedger[], from: number): Disposition {
  const running = ledgers
    .filter(l => l.prices !== null)
    .map((ledger): Running => ({ ledger, units: ledger.opening?.units ?? 0, cost: ledger.opening?.cost ?? 0, next: 0 }))
  const days = [...new Set(running.flatMap(r => r.ledger.events.map(e => e.day)))].toSorted((a, b) => a - b)
  const count = { realisedGains: 0, paperGains: 0, realisedLosses: 0, paperLosses: 0 }
  for (const day of days) {
    const sold = running.filter(r => soldOn(r, day))
    if (sold.length > 0 && day >= from) {
      for (const r of running) {
        if (r.units <= 0 || r.ledger.prices === null) continue
        const gain = r.units * priceAt(r.ledger.prices, day) - r.cost
        if (gain === 0) continue
        const realised = sold.includes(r)
        if (gain > 0) count[realised ? 'realisedGains' : 'paperGains']++
        else count[realised ? 'realisedLosses' : 'paperLosses']++
      }
    }
    for (const r of running) advance(r, day)
  }
  const gains = count.realisedGains + count.paperGains
  const losses = count.realisedLosses + count.paperLosses
  return {
    ...count,
    gainsRealised: gains > 0 ? count.realisedGains / gains : null,
    lossesRealised: losses > 0 ? count.realisedLosses / losses : null,
  }
}

function soldOn(r: Running, day: number): boolean {
  for (let i = r.next; i < r.ledger.events.length; i++) {
    const event = r.ledger.events[i]
    if (event === undefined || event.day > day) return false
    if (event.day === day && event.kind === 'sell') return true
  }
  return false
}

function advance(r: Running, day: number): void {
  for (;;) {
    const event = r.ledger.events[r.next]
    if (event === undefined || event.day > day) return
    r.next++
    if (event.units >= 0) {
      r.cost += event.kind === 'buy' ? -event.cash : event.kind === 'split' ? 0 : event.amount
      r.units += event.units
    } else {
      const part = r.units > 0 ? Math.min(1, -event.units / r.units) : 1
      r.cost -= r.cost * part
      r.units = Math.max(0, r.units + event.units)
    }
  }
}
