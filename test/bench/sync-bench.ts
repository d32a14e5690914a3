import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts'
import { systemChance, systemClock } from '../../src-main/adapters/system/clock.ts'
import { httpUpstream } from '../../src-main/adapters/upstream/http-upstream.ts'
import { threadedUpstream } from '../../src-main/adapters/upstream/threaded-upstream.ts'
import { spawnDemoHeadOffice } from '../../src-main/head-office/spawn.ts'
import { defaultSyncLimits } from '../../src-main/services/sync/sync-deps.ts'
import { syncOnce } from '../../src-main/services/sync/sync-once.ts'
import { bareInsert, rowsOf, type TableRows } from './bare-insert.ts'
import { machine, median, type BenchResult } from './bench-result.ts'

interface SyncRun {
  readonly seconds: number
  readonly rows: number
  readonly usable: number
}

const rawKey = new Uint8Array(32).fill(9)

const firstSync = async (path: string, url: string, token: string): Promise<SyncRun> => {
  const store = openStore({ path, rawKey })
  const upstream = threadedUpstream({ url, token, now: systemClock.now })
  let usable = Number.POSITIVE_INFINITY
  try {
    const end = await syncOnce(
      { store, upstream, clock: systemClock, chance: systemChance },
      { onProgress: p => (usable = p.tierReady === 5 ? Math.min(usable, p.seconds) : usable) },
    )
    if (end.state !== 'done') throw new Error(`the sync ended as ${end.state}: ${end.error?.message}`)
    return { seconds: end.seconds, rows: end.rows, usable }
  } finally {
    store.close()
    await upstream.close()
  }
}

const increment = async (path: string, url: string, token: string): Promise<SyncRun> => firstSync(path, url, token)

export interface SyncBenchOptions {
  readonly runs?: number
  readonly clients?: number
  /** Multiplies the trades; 3 gives some 600,000 of them for 3,000 clients. */
  readonly scale?: number
  readonly log?: (line: string) => void
}

/** `sync-first`, `sync-usable` and `sync-increment` over HTTP on loopback, head office in a process of its own. */
export const syncBench = async (options: SyncBenchOptions = {}): Promise<readonly BenchResult[]> => {
  const { runs = 3, clients = 3000, scale = 3, log = () => undefined } = options
  const folder = mkdtempSync(join(tmpdir(), 'advisor-bench-'))
  const office = await spawnDemoHeadOffice({ clients, scale })
  try {
    const anonymous = httpUpstream({ url: office.url, token: null, now: systemClock.now })
    const { token } = await anonymous.enrol({ code: office.code, deviceName: 'bench', publicKey: '' })
    await anonymous.close()
    const ours: SyncRun[] = []
    const bare: number[] = []
    let tables: readonly TableRows[] | null = null
    const path = (run: number): string => join(folder, `book-${run}.db`)
    for (let run = 0; run < runs; run++) {
      const sync = await firstSync(path(run), office.url, token)
      tables ??= rowsOf(path(run), rawKey)
      const seconds = bareInsert(join(folder, 'bare.db'), rawKey, tables, defaultSyncLimits.pageRows)
      log(`run ${run + 1}: ${sync.rows} rows, sync ${sync.seconds.toFixed(2)} s, bare ${seconds.toFixed(2)} s`)
      ours.push(sync)
      bare.push(seconds)
    }
    await office.advanceDay()
    const later: SyncRun[] = []
    for (let run = 0; run < runs; run++) later.push(await increment(path(run), office.url, token))
    return results(ours, bare, later)
  } finally {
    await office.close()
    rmSync(folder, { recursive: true })
  }
}

const results = (
  ours: readonly SyncRun[],
  bare: readonly number[],
  later: readonly SyncRun[],
): readonly BenchResult[] => {
  const common = { runs: ours.length, machine: machine() }
  const rows = ours[0]?.rows ?? 0
  const seconds = median(ours.map(run => run.seconds))
  const rate = rows / seconds
  const bareRate = rows / median(bare)
  const usable = median(ours.map(run => run.usable))
  const allowed = Math.max(1, 0.03 * seconds)
  const changed = (later[0]?.rows ?? 0) / rows
  // seconds of a sync that brings one row in a hundred: the second day brings a known share of them
  const one = median(later.map(run => run.seconds)) * Math.min(1, 0.01 / changed)
  return [
    {
      ...common,
      name: 'sync-first',
      value: Math.round(rate),
      unit: `rows/s (${rows} rows)`,
      reference: Math.round(bareRate),
      ratio: rate / bareRate,
    },
    {
      ...common,
      name: 'sync-usable',
      value: usable,
      unit: 's',
      reference: allowed,
      ratio: usable / allowed,
    },
    {
      ...common,
      name: 'sync-increment',
      value: one,
      unit: `s for 1 % of the rows (${(100 * changed).toFixed(2)} % changed)`,
      reference: seconds,
      ratio: one / seconds,
    },
  ]
}
