import { join } from 'node:path'
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts'
import { systemChance, systemClock } from '../../src-main/adapters/system/clock.ts'
import { argon2id } from '../../src-main/adapters/system/derivation.ts'
import { keyFile } from '../../src-main/adapters/system/key-file.ts'
import { sealing } from '../../src-main/adapters/system/sealing.ts'
import { makeDemoWorld, type WorldRow } from '../../src-main/head-office/demo/world.ts'
import { streams, StreamName } from '../../src-main/model/stream.ts'
import type { Store } from '../../src-main/services/ports/store.ts'
import { noKeyStore } from '../../src-main/services/vault/no-key-store.ts'
import { createVault } from '../../src-main/services/vault/vault.ts'

const PAGE = 5000

export interface BranchOptions {
  readonly clients: number
  /** Multiplies the trades of a client; 1 gives about 70. */
  readonly scale?: number
  readonly marketSize?: number
}

const fillStore = (store: Store, { clients, scale = 0.2, marketSize = 0.1 }: BranchOptions): number => {
  const world = makeDemoWorld({ clients, scale, marketSize })
  const pages = new Map<string, WorldRow[]>()
  let seq = 0
  const flush = (stream: StreamName, tier: number | null, rows: readonly WorldRow[], more: boolean): void => {
    store.write(
      tx =>
        void tx.sync.applyPage({
          stream,
          tier,
          cursor: String(seq),
          more,
          at: systemClock.now(),
          // as a sync reads them: what a row leaves out has its default
          changes: rows.map(row => ({
            kind: 'put',
            key: row.key,
            seq: ++seq,
            row: streams[stream].schema.parse(row.row),
          })),
        }),
      'page',
    )
  }
  const take = (row: WorldRow): void => {
    const tier = streams[row.stream].scope === 'book' ? row.tier : null
    const key = `${row.stream}|${tier ?? ''}`
    const page = pages.get(key) ?? []
    pages.set(key, page)
    page.push(row)
    if (page.length < PAGE) return
    flush(row.stream, tier, page, true)
    page.length = 0
  }
  for (const row of world.reference()) take(row)
  for (const row of world.book(world.advisors[0]?.book ?? '')) take(row)
  for (const [key, rows] of pages) {
    const [stream, tier] = key.split('|')
    flush(StreamName.parse(stream), tier === '' ? null : Number(tier), rows, false)
  }
  return seq
}

/** A data folder with a large fictional book, written without a head office; opens in the window without a passcode. */
export const makeBranchHome = async (home: string, options: BranchOptions): Promise<{ readonly rows: number }> => {
  const vault = createVault({
    file: keyFile(join(home, 'vault.json')),
    keyStore: noKeyStore,
    sealing,
    derivation: argon2id(),
    clock: systemClock,
    newId: systemChance.id,
    openStore: rawKey => openStore({ path: join(home, 'book.db'), rawKey }),
  })
  const store = await vault.create('demo')
  const rows = fillStore(store, options)
  vault.lock()
  return { rows }
}
