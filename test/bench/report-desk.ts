import type { Edition } from '../../src-main/contract/reports.ts'
import type { ContractClient } from '../helpers/engine-transports.ts'
import { syncedEngine, type SyncedEngine } from '../helpers/synced-engine.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const CLIENTS = 300
const FUNDS = 10

export interface ReportDesk {
  readonly synced: SyncedEngine
  /** The client whose number of funds is nearest to ten. */
  readonly subject: string
  readonly clients: readonly string[]
}

/** The demo book of 300 clients in its encrypted database, asked through the same message port as the window asks. */
export const reportDesk = async (): Promise<ReportDesk> => {
  const synced = await syncedEngine(CLIENTS)
  // largest first, as every run before took them
  const rows = (await listedClients(synced.client)).toSorted(
    (a, b) => (b.assets ?? 0) - (a.assets ?? 0) || a.id.localeCompare(b.id),
  )
  const ids = rows.map(row => row.id)
  const { workspace } = synced.engine.session.opened()
  const { funds: market } = workspace.market()
  const funds = (id: string): number =>
    workspace.store.read(tx => tx.holdings.ofClient(id)).filter(holding => market.has(holding.code)).length
  const subject = ids.toSorted((a, b) => Math.abs(funds(a) - FUNDS) - Math.abs(funds(b) - FUNDS))[0]
  if (subject === undefined) throw new Error('the demo book is empty')
  return { synced, subject, clients: ids }
}

/** From the click to the file in the book, as the window does it; with the pages that were printed. */
export const clicked = async (
  client: ContractClient,
  subject: string,
  edition: Edition = 'client',
): Promise<{ readonly seconds: number; readonly page: string }> => {
  const start = performance.now()
  let page = ''
  const wish = { kind: 'account', subject, edition, locale: 'zh-CN', preview: true } as const
  for await (const step of await client.reports.make(wish)) if (step.kind === 'preview') page = step.html
  return { seconds: (performance.now() - start) / 1000, page }
}
