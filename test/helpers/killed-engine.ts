import { writeSync } from 'node:fs'
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts'
import { httpUpstream } from '../../src-main/adapters/upstream/http-upstream.ts'
import { systemChance, systemClock } from '../../src-main/adapters/system/clock.ts'
import { EntryId } from '../../src-main/model/ids.ts'
import { recordEntry } from '../../src-main/services/sync/record-entry.ts'
import { syncOnce } from '../../src-main/services/sync/sync-once.ts'
import { sampleRow } from './sample-rows.ts'
import { testKey } from './test-key.ts'

/** A process that syncs and writes without an end, until it is killed. It tells on stdout what it has promised. */
const [path = '', url = ''] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

const store = openStore({ path, rawKey: testKey })
say(`whole ${store.integrity().join(' ') || 'yes'}`)
const upstream = httpUpstream({ url, token: 'test-token-of-a-device', now: () => systemClock.now() })
const deps = { store, upstream, clock: systemClock, chance: systemChance }

const writeNote = (): void => {
  const id = systemChance.id()
  store.write(tx =>
    recordEntry(tx, {
      kind: 'contact',
      id: EntryId.parse(id),
      madeAt: systemClock.now(),
      row: { ...sampleRow('contacts', 1), id: `local-${id}` },
    }),
  )
  say(`promised ${id}`)
}

for (;;) {
  writeNote()
  const end = await syncOnce(deps, { limits: { pageRows: 10 }, onProgress: writeNote })
  if (end.state !== 'done') say(`stopped ${end.error?.code}`)
}
