import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { bundled } from '../../helpers/bundled.ts'
import { fillHeadOffice, memoryHeadOffice, type MemoryHeadOffice } from '../../helpers/memory-head-office.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { contentOf, syncDeps } from '../../helpers/sync-deps.ts'
import { testKey } from '../../helpers/test-key.ts'

const homes = 20
const killsOfHome = 10
const lanes = 2

// inside node_modules, where the bundle finds its one native package
const programs = fileURLToPath(new URL(`../../../node_modules/.cache/advisor-kill-${process.pid}`, import.meta.url))
let folder = ''
let engine = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-kill-'))
  engine = await bundled(fileURLToPath(new URL('../../helpers/killed-engine.ts', import.meta.url)), programs)
}, 60_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(programs, { recursive: true })
})

interface Life {
  readonly promised: readonly string[]
  /** What the engine said of the database that the last kill left. */
  readonly whole: string | null
  readonly complaints: readonly string[]
}

/** Starts the engine, kills it after a while, and gives back what it had promised until then. */
const liveAndDie = async (path: string, url: string, from: 'open' | 'promise', afterMs: number): Promise<Life> => {
  const child = spawn(process.execPath, [engine, path, url], { stdio: ['ignore', 'pipe', 'pipe'] })
  const promised: string[] = []
  const complaints: string[] = []
  let whole: string | null = null
  const lines = createInterface({ input: child.stdout })
  const isReady = new Promise<void>(opened => {
    lines.on('line', line => {
      const [word, rest = ''] = line.split(/ (.*)/)
      if (word === 'promised') promised.push(rest)
      else if (word === 'whole') whole = rest
      else complaints.push(line)
      if (from === 'open' || promised.length > 0) opened()
    })
  })
  createInterface({ input: child.stderr }).on('line', line => complaints.push(line))
  const ended = once(child, 'exit')
  const drained = once(lines, 'close')
  await Promise.race([isReady, ended])
  await setTimeout(afterMs)
  child.kill('SIGKILL')
  await Promise.all([ended, drained])
  return { promised, whole, complaints }
}

const kill = async (name: string, office: MemoryHeadOffice): Promise<number> => {
  const path = join(folder, `${name}.db`)
  const promised: string[] = []
  for (let k = 0; k < killsOfHome; k++) {
    // one in four right after opening, the others in the middle of the first or a later sync
    const life = await liveAndDie(path, office.url, k % 4 === 0 ? 'open' : 'promise', Math.random() * 150)
    expect(life.whole).toBe('yes')
    expect(life.complaints).toEqual([])
    promised.push(...life.promised)
    for (let n = 0; n < 5; n++)
      office.put('clients', n + 1, `C0000${n}`, { ...sampleRow('clients', n), name: `${name} ${k}` })
  }
  const store = openStore({ path, rawKey: testKey })
  const fresh = openStore({ path: join(folder, `${name}-fresh.db`), rawKey: testKey })
  try {
    expect(store.integrity()).toEqual([])
    const kept = new Set([
      ...store.read(tx => tx.sync.waiting().map(entry => String(entry.id))),
      ...office.entries.keys(),
    ])
    expect(promised.filter(id => !kept.has(id))).toEqual([])
    expect(store.read(tx => promised.filter(id => tx.contacts.byKey(`local-${id}`) === null))).toEqual([])
    expect((await syncOnce(syncDeps(store, office.url))).state).toBe('done')
    expect((await syncOnce(syncDeps(fresh, office.url))).state).toBe('done')
    expect(contentOf(store)).toEqual(contentOf(fresh))
    return promised.length
  } finally {
    store.close()
    fresh.close()
  }
}

describe('the engine, killed in the middle of syncs and of local writes', () => {
  test(`loses nothing it promised and ends like an undisturbed one (${homes * killsOfHome} kills)`, async () => {
    const names = Array.from({ length: homes }, (_, n) => `home-${n}`)
    let promises = 0
    const lane = async (): Promise<void> => {
      for (let name = names.shift(); name !== undefined; name = names.shift()) {
        const office = await memoryHeadOffice()
        fillHeadOffice(office, 20)
        try {
          promises += await kill(name, office)
        } finally {
          await office.close()
        }
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    // a life that is killed after its first promise has made one; the others, one in four, may have made none
    const lastOnes = Array.from({ length: killsOfHome }, (_, k) => k % 4 !== 0).filter(Boolean).length
    expect(promises).toBeGreaterThanOrEqual(homes * lastOnes)
  }, 300_000)
})
