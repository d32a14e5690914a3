import { join } from 'node:path'
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts'
import { backupFiles } from '../../src-main/adapters/system/backup-files.ts'
import { systemChance, systemClock } from '../../src-main/adapters/system/clock.ts'
import { argon2id } from '../../src-main/adapters/system/derivation.ts'
import { keyFile, restoreNote } from '../../src-main/adapters/system/key-file.ts'
import { sealing } from '../../src-main/adapters/system/sealing.ts'
import { noKeyStore } from '../../src-main/services/vault/no-key-store.ts'
import type { RestoreDeps } from '../../src-main/services/vault/restore.ts'
import { createVault } from '../../src-main/services/vault/vault.ts'

/** The real parts of backups and restores on one data folder; only the stretching of passcodes is cheaper. */
export const restoreDeps = (home: string, schemaVersion = 4): RestoreDeps => {
  const databasePath = join(home, 'book.db')
  const vaultFile = keyFile(join(home, 'vault.json'))
  const common = {
    sealing,
    derivation: argon2id({ memoryKiB: 8192, passes: 1, lanes: 1 }),
    clock: systemClock,
    newId: () => systemChance.id(),
  }
  return {
    ...common,
    vault: createVault({
      ...common,
      file: vaultFile,
      keyStore: noKeyStore,
      openStore: rawKey => openStore({ path: databasePath, rawKey, keyIsProved: true }),
    }),
    vaultFile,
    note: restoreNote(join(home, 'vault.json.restore')),
    files: backupFiles,
    databasePath,
    schemaVersion,
    openStore: (path, rawKey) => openStore({ path, rawKey }),
  }
}
