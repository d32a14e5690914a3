import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts'
import { backupFiles } from '../../../src-main/adapters/system/backup-files.ts'
import { systemChance, systemClock } from '../../../src-main/adapters/system/clock.ts'
import { argon2id } from '../../../src-main/adapters/system/derivation.ts'
import { keyFile } from '../../../src-main/adapters/system/key-file.ts'
import { sealing } from '../../../src-main/adapters/system/sealing.ts'
import { EntryId } from '../../../src-main/model/ids.ts'
import { recordEntry } from '../../../src-main/services/sync/record-entry.ts'
import { syncOnce } from '../../../src-main/services/sync/sync-once.ts'
import { makeBackup } from '../../../src-main/services/vault/backup.ts'
import { noKeyStore } from '../../../src-main/services/vault/no-key-store.ts'
import { createVault } from '../../../src-main/services/vault/vault.ts'
import { memoryHeadOffice } from '../../helpers/memory-head-office.ts'
import { leaksBelow, planted } from '../../helpers/planted.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { syncDeps } from '../../helpers/sync-deps.ts'

const note = '客户计划明年移居海南'
const token = 'planted-token-of-this-device-4711'

const found = (folder: string): string[] => leaksBelow(folder, [note, token])

test('no name, phone, id number, note or token can be read in any file of the data folder', async () => {
  const home = mkdtempSync(join(tmpdir(), 'advisor-home-'))
  const office = await memoryHeadOffice()
  const common = {
    sealing,
    derivation: argon2id({ memoryKiB: 8192, passes: 1, lanes: 1 }),
    clock: systemClock,
    newId: () => systemChance.id(),
  }
  const databasePath = join(home, 'book.db')
  const vault = createVault({
    ...common,
    file: keyFile(join(home, 'vault.json')),
    keyStore: noKeyStore,
    openStore: rawKey => openStore({ path: databasePath, rawKey, keyIsProved: true }),
  })
  try {
    const store = await vault.create({ passcode: 'secret-1' })
    const client = { ...sampleRow('clients', 1), ...planted }
    for (let n = 0; n < 300; n++) office.put('clients', 5, `C${n}`, { ...client, id: `C${n}` })
    // a bad row is kept with all its fields
    office.put('clients', 5, 'bad', { ...client, id: 'bad', bookTier: 9 })
    expect((await syncOnce(syncDeps(store, office.url))).state).toBe('done')
    store.write(tx => {
      tx.settings.set('connection', { token })
      recordEntry(tx, {
        kind: 'contact',
        id: EntryId.parse('n1'),
        madeAt: systemClock.now(),
        row: { ...sampleRow('contacts', 1), note },
      })
    })
    // written, but not yet moved from the log into the database
    expect(store.size().walBytes).toBeGreaterThan(0)
    expect(found(home)).toEqual([])
    // a large sort would go to a temporary file
    expect(store.read(tx => tx.clients.search('慕容', 500)).length).toBe(300)
    await makeBackup(
      {
        ...common,
        vault,
        files: backupFiles,
        databasePath,
        schemaVersion: 4,
        openStore: (path, rawKey) => openStore({ path, rawKey }),
      },
      { path: join(home, 'book.backup'), passcode: 'secret-1' },
    )
    expect(found(home)).toEqual([])
    // proof that the search would find them
    expect(Buffer.from(JSON.stringify(client)).includes(planted.phone)).toBe(true)
    vault.lock()
    expect(found(home)).toEqual([])
  } finally {
    vault.lock()
    await office.close()
    rmSync(home, { recursive: true })
  }
})
