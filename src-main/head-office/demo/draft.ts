import type { z } from 'zod'
import type { Trade } from '../../model/trade.ts'

/** A trade before it has an id; `cash` is its effect on the client's money in fen. */
export interface Draft {
  readonly position: number
  readonly side: z.input<typeof Trade>['side']
  readonly account: string
  readonly code: string | null
  readonly units: number
  readonly price: number | null
  readonly amount: number
  readonly fee: number
  readonly cash: number
}

/** Money of a number of units (two decimals) at a price of 1e-4, in fen. */
export const worth = (units: number, price: number): number => Math.round((units * price) / 10000)
