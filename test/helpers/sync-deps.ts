import { httpUpstream, type HttpUpstreamOptions } from '../../src-main/adapters/upstream/http-upstream.ts'
import { threadedUpstream } from '../../src-main/adapters/upstream/threaded-upstream.ts'
import { systemClock } from '../../src-main/adapters/system/clock.ts'
import type { Store } from '../../src-main/services/ports/store.ts'
import type { SyncDeps } from '../../src-main/services/sync/sync-deps.ts'

interface Options extends Partial<HttpUpstreamOptions> {
  readonly waits?: number[]
  /** With the page thread of the program; to be closed by the test. */
  readonly threaded?: boolean
}

/** A real client over HTTP whose pauses before repetitions take no time. */
export const syncDeps = (
  store: Store,
  url: string,
  { waits, threaded = false, ...options }: Options = {},
): SyncDeps => ({
  store,
  upstream: (threaded ? threadedUpstream : httpUpstream)({
    url,
    token: 'test-token-of-a-device',
    now: () => systemClock.now(),
    ...options,
  }),
  clock: {
    ...systemClock,
    wait(ms, signal) {
      if (ms > 0) waits?.push(ms)
      return systemClock.wait(0, signal)
    },
  },
  chance: { random: () => 0.5 },
})

/** Everything that a sync brings, for comparing two stores. */
export const contentOf = (store: Store): unknown =>
  store.read(tx => ({
    clients: tx.clients.all(),
    accounts: tx.accounts.all(),
    holdings: tx.holdings.all(),
    trades: tx.trades.all(),
    questionnaires: tx.questionnaires.all(),
    contacts: tx.contacts.all(),
    tags: tx.tags.all(),
    tasks: tx.tasks.all(),
    engagements: tx.engagements.all(),
    products: tx.products.all(),
    funds: tx.funds.all(),
    fundHoldings: tx.fundHoldings.all(),
    rulePacks: tx.rulePacks.all(),
    navs: tx.navs.codes().map(code => [code, tx.navs.series(code)]),
    benchmarks: tx.benchmarks.codes().map(code => [code, tx.benchmarks.series(code)]),
  }))
