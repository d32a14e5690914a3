import { type BookContext, makeBundle } from './client-bundle.ts'
import { type Market, makeMarket } from './market.ts'
import { makePools } from './portfolio.ts'
import { referenceRows } from './reference-rows.ts'
import { seeds } from './seeds.ts'
import type { WorldChange, WorldRow } from './world-row.ts'

export interface DemoOptions {
  readonly seed?: number
  readonly asOf?: string
  readonly clients?: number
  /** Multiplies the trades of a client; 1 gives about 70. */
  readonly scale?: number
  /** Part of the market's 2,250 funds, for quick tests. */
  readonly marketSize?: number
}

export interface DemoWorld {
  readonly seed: number
  readonly asOf: string
  readonly clients: number
  readonly market: Market
  readonly context: BookContext
  readonly advisors: typeof seeds.names.advisors
  readonly reference: () => Iterable<WorldRow>
  /** Rows of a book, client by client. */
  readonly book: (book: string) => Iterable<WorldRow>
}

/** Clients of the second book, kept small: it is there to be kept apart from the first. */
const others = 40

/** A whole fictional broker; the same options give the same bytes. */
export const makeDemoWorld = (options: DemoOptions = {}): DemoWorld => {
  const { seed = 1, asOf = '2026-11-20', clients = 3000, scale = 1, marketSize = 1 } = options
  const market = makeMarket(seed, asOf, marketSize)
  const context = {
    seed,
    scale,
    market,
    pools: makePools(market),
    assets: new Map(market.assets.map(a => [a.code, a])),
  }
  const [first] = seeds.names.advisors
  return {
    seed,
    asOf,
    clients,
    market,
    context,
    advisors: seeds.names.advisors,
    reference: () => referenceRows(seed, market),
    *book(book) {
      const from = book === first?.book ? 0 : clients
      const to = book === first?.book ? clients : clients + others
      for (let i = from; i < to; i++) yield* makeBundle(context, i, market.today).rows
    },
  }
}

export type { WorldChange, WorldRow }
