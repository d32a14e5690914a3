import type { z } from 'zod'
import { makeDemoWorld, type DemoOptions, type DemoWorld } from '../../src-main/head-office/demo/world.ts'
import type { Account } from '../../src-main/model/account.ts'
import type { Client } from '../../src-main/model/client.ts'
import type { Holding } from '../../src-main/model/holding.ts'
import type { Trade } from '../../src-main/model/trade.ts'

export interface DemoClient {
  readonly client: z.input<typeof Client>
  readonly accounts: readonly z.input<typeof Account>[]
  readonly holdings: readonly z.input<typeof Holding>[]
  readonly trades: readonly z.input<typeof Trade>[]
}

/** A demo world with its first book gathered by client. */
export const demoBook = (
  options: DemoOptions,
): { readonly world: DemoWorld; readonly clients: readonly DemoClient[] } => {
  const world = makeDemoWorld(options)
  const byStream = (stream: string): Map<string, object[]> => {
    const found = new Map<string, object[]>()
    for (const r of rows)
      if (r.stream === stream) {
        const row = r.row as { id?: string; clientId?: string }
        const id = row.clientId ?? row.id ?? ''
        found.set(id, [...(found.get(id) ?? []), r.row])
      }
    return found
  }
  const rows = [...world.book('B0001')]
  const [accounts, holdings, trades] = [byStream('accounts'), byStream('holdings'), byStream('trades')]
  const clients = [...byStream('clients')].map(([id, [client]]) => ({
    client: client as DemoClient['client'],
    accounts: (accounts.get(id) ?? []) as unknown as DemoClient['accounts'],
    holdings: (holdings.get(id) ?? []) as unknown as DemoClient['holdings'],
    trades: (trades.get(id) ?? []) as unknown as DemoClient['trades'],
  }))
  return { world, clients }
}
