import { sellFirstIn, splitLots, type ClosedLot, type OpenLot } from './lot-book.ts'
import type { PositionEvent } from './position-event.ts'

/** One product after all its events. Money in fen, units times 100. */
export interface Position {
  readonly units: number
  readonly lots: readonly OpenLot[]
  readonly closed: readonly ClosedLot[]
  /** Cost of the open units by lots (first in, first out) and by moving average. */
  readonly lotCost: number
  readonly averageCost: number
  /** Realised by moving average; with `income` and the open profit it makes the whole profit. */
  readonly realised: number
  readonly realisedFirstIn: number
  readonly income: number
  readonly fees: number
  readonly paid: number
  readonly received: number
  /** Units sold that nothing explains: a hole in the trades. */
  readonly short: number
}

/** What was there before the first trade. */
export interface Opening {
  readonly day: number
  readonly units: number
  readonly cost: number
}

/**
 * Runs the events of one product in order. A sale takes the moving-average cost `round(cost * sold / held)` and, apart,
 * the cost of the first lots. A reinvested dividend is income that buys a lot at its amount; a split changes units only;
 * a transfer in kind comes in at its stated value and goes out at cost.
 */
export function runPosition(code: string, events: readonly PositionEvent[], opening: Opening | null): Position {
  let lots: readonly OpenLot[] =
    opening === null || opening.units === 0 ? [] : [{ openedOn: opening.day, units: opening.units, cost: opening.cost }]
  const closed: ClosedLot[] = []
  let units = opening?.units ?? 0
  let averageCost = opening?.cost ?? 0
  let realised = 0
  let income = 0
  let fees = 0
  let paid = 0
  let received = 0
  let short = 0
  for (const event of events) {
    fees += event.fee
    if (event.kind === 'income') income += event.cash
    else if (event.kind === 'split') {
      lots = splitLots(lots, event.units)
      units += event.units
    } else if (event.units >= 0) {
      const cost = event.kind === 'buy' ? -event.cash : event.amount
      if (event.kind === 'buy') paid += cost
      if (event.kind === 'reinvest') income += event.amount
      if (event.units > 0) lots = [...lots, { openedOn: event.day, units: event.units, cost }]
      units += event.units
      averageCost += cost
    } else {
      const sold = Math.min(-event.units, units)
      const cost = sold === units ? averageCost : Math.round(averageCost * (sold / units))
      const inKind = event.kind === 'transfer'
      const proceeds = inKind ? cost : event.cash
      const sale = sellFirstIn(lots, { code, day: event.day, units: -event.units, proceeds })
      lots = sale.open
      if (!inKind) {
        closed.push(...sale.closed)
        received += proceeds
        realised += proceeds - cost
      }
      short += sale.short
      units -= sold
      averageCost -= cost
    }
  }
  const lotCost = lots.reduce((sum, lot) => sum + lot.cost, 0)
  const realisedFirstIn = closed.reduce((sum, lot) => sum + lot.proceeds - lot.cost, 0)
  return {
    units,
    lots,
    closed,
    lotCost,
    averageCost,
    realised,
    realisedFirstIn,
    income,
    fees,
    paid,
    received,
    short,
  }
}
