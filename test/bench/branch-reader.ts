import { openStore } from '../../src-main/adapters/sqlite/open-store.ts'
import { systemChance, systemClock } from '../../src-main/adapters/system/clock.ts'
import { threadedUpstream } from '../../src-main/adapters/upstream/threaded-upstream.ts'
import { syncOnce } from '../../src-main/services/sync/sync-once.ts'
import { peakMemory } from './bare-insert.ts'

/** A sync in a process of its own: `node branch-reader.ts <database> <url>`; tells rows, seconds and memory as JSON. */
const [path = '', url = ''] = process.argv.slice(2)
const store = openStore({ path, rawKey: new Uint8Array(32).fill(9) })
const upstream = threadedUpstream({ url, token: 'bench-token-of-a-device', now: systemClock.now })
const samples: { readonly rows: number; readonly mb: number }[] = []
const end = await syncOnce(
  { store, upstream, clock: systemClock, chance: systemChance },
  { onProgress: ({ rows }) => samples.push({ rows, mb: process.memoryUsage().rss / 2 ** 20 }) },
)
if (end.state !== 'done') throw new Error(`the sync ended as ${end.state}: ${end.error?.message}`)
const trades = store.read(tx => tx.trades.count())
store.close()
await upstream.close()

/** Highest of the samples between two shares of the rows. */
const highest = (from: number, to: number): number =>
  Math.max(...samples.filter(({ rows }) => rows >= from * end.rows && rows <= to * end.rows).map(({ mb }) => mb))
console.log(
  JSON.stringify({
    rows: end.rows,
    trades,
    seconds: end.seconds,
    peak: peakMemory(),
    early: highest(0.1, 0.4),
    late: highest(0.7, 1),
  }),
)
