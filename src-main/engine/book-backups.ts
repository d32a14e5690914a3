import { join } from 'node:path'
import { migrations } from '../adapters/sqlite/migrations/all.ts'
import { openStore } from '../adapters/sqlite/open-store.ts'
import { backupFiles } from '../adapters/system/backup-files.ts'
import { systemChance, systemClock } from '../adapters/system/clock.ts'
import { argon2id } from '../adapters/system/derivation.ts'
import { keyFile, restoreNote } from '../adapters/system/key-file.ts'
import { sealing } from '../adapters/system/sealing.ts'
import { makeBackup } from '../services/vault/backup.ts'
import { finishRestore, restoreBackup, type Restoring } from '../services/vault/restore.ts'
import type { Vault } from '../services/vault/vault.ts'

export interface BookBackups {
  /** The passcode of the vault; of the backup alone where the vault has none. */
  make(file: { readonly path: string; readonly passcode: string }): Promise<{ readonly bytes: number }>
  /** The book that was here is moved aside, never deleted. */
  restore(file: Restoring): Promise<{ readonly movedAside: string | null }>
  /** Puts a restore that was broken off to its end. */
  finishRestore(): void
}

/** Beside the database: the sealed key. */
export const KEY_FILE = 'vault.json'

export const bookBackups = (vault: Vault, home: string, book: string): BookBackups => {
  const deps = {
    files: backupFiles,
    sealing,
    derivation: argon2id(),
    clock: systemClock,
    newId: systemChance.id,
    vault,
    vaultFile: keyFile(join(home, KEY_FILE)),
    note: restoreNote(join(home, `${KEY_FILE}.restore`)),
    openStore: (path: string, rawKey: Uint8Array) => openStore({ path, rawKey }),
    databasePath: join(home, book),
    schemaVersion: Math.max(...migrations.map(each => each.version)),
  }
  return {
    make: file => makeBackup(deps, file),
    restore: file => restoreBackup(deps, file),
    finishRestore: () => void finishRestore(deps),
  }
}
