import { largestRemainder } from './largest-remainder.ts'

/** Units bought together; units times 100, cost in fen with purchase fees. */
export interface OpenLot {
  readonly openedOn: number
  readonly units: number
  readonly cost: number
}

/** Part of a lot that was sold: first in, first out. */
export interface ClosedLot {
  readonly code: string
  readonly openedOn: number
  readonly closedOn: number
  readonly units: number
  readonly cost: number
  readonly proceeds: number
}

/** Lots after a sale, and what the sale closed. */
export interface Sale {
  readonly open: readonly OpenLot[]
  readonly closed: readonly ClosedLot[]
  /** Units sold that no lot explains. */
  readonly short: number
}

/**
 * Sells `units` first in, first out. Cost of a part lot is rounded to the fen and the rest stays in the lot, proceeds are
 * split by units with largest remainders: units, cost and proceeds are conserved exactly.
 */
export function sellFirstIn(
  lots: readonly OpenLot[],
  sale: { readonly code: string; readonly day: number; readonly units: number; readonly proceeds: number },
): Sale {
  const open: OpenLot[] = []
  const taken: { readonly lot: OpenLot; readonly units: number; readonly cost: number }[] = []
  let left = sale.units
  for (const lot of lots) {
    if (left <= 0) {
      open.push(lot)
      continue
    }
    const units = Math.min(left, lot.units)
    const cost = units === lot.units ? lot.cost : Math.round(lot.cost * (units / lot.units))
    taken.push({ lot, units, cost })
    if (units < lot.units) open.push({ openedOn: lot.openedOn, units: lot.units - units, cost: lot.cost - cost })
    left -= units
  }
  const parts = taken.map(t => t.units)
  const proceeds = largestRemainder(left > 0 ? [...parts, left] : parts, sale.proceeds)
  const closed = taken.map((t, i) => ({
    code: sale.code,
    openedOn: t.lot.openedOn,
    closedOn: sale.day,
    units: t.units,
    cost: t.cost,
    proceeds: proceeds[i] ?? 0,
  }))
  return { open, closed, short: left }
}

/** Spreads units of a split (positive or negative) over the lots in proportion, to whole hundredths; cost stays. */
export function splitLots(lots: readonly OpenLot[], added: number): OpenLot[] {
  const total = lots.reduce((sum, lot) => sum + lot.units, 0)
  if (total === 0) return [...lots]
  const units = largestRemainder(
    lots.map(lot => lot.units),
    total + added,
  )
  return lots.map((lot, i) => ({ ...lot, units: units[i] ?? 0 })).filter(lot => lot.units > 0)
}
