import { AppError } from '../../model/app-error.ts'
import type { BackupFiles } from '../ports/backup-files.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { KeyDerivation, Sealing } from '../ports/vault-ports.ts'
import { toBase64 } from './base64.ts'
import { sealWithPasscode } from './key-locks.ts'
import type { Vault } from './vault.ts'

export interface BackupDeps {
  readonly files: BackupFiles
  readonly sealing: Sealing
  readonly derivation: KeyDerivation
  readonly clock: Clock
  readonly newId: () => string
  readonly vault: Vault
  /** Opens a database file with a key, for checking; `wrongKey` or `databaseCorrupt` otherwise. */
  readonly openStore: (path: string, rawKey: Uint8Array) => Store
  readonly databasePath: string
  readonly schemaVersion: number
}

export const backupContext = (id: string): string => `advisor backup 1 ${id}`

/**
 * Writes an encrypted copy of the whole book and reads it back before it counts. A vault with a passcode asks for that one,
 * and the backup opens with it; a vault without one takes a passcode for the backup alone.
 */
export const makeBackup = async (
  deps: BackupDeps,
  { path, passcode }: { readonly path: string; readonly passcode: string },
): Promise<{ readonly bytes: number }> => {
  const state = deps.vault.state()
  if (state.kind !== 'open') throw new AppError('locked', 'the book is locked', { hint: 'unlock it' })
  if (deps.files.exists(path))
    throw new AppError('invalidInput', 'there is a file of this name already', { where: path, hint: 'choose another' })
  const copy = `${deps.databasePath}.copy`
  return deps.vault.withKey(state.passcode ? passcode : null, async key => {
    const id = deps.newId()
    const { lock, sealed } = await sealWithPasscode(deps, backupContext(id), key, passcode)
    try {
      deps.files.remove(copy)
      state.store.copyTo(copy)
      const header = {
        magic: 'advisor-backup',
        version: 1,
        schemaVersion: deps.schemaVersion,
        id,
        madeAt: deps.clock.now(),
        lock,
        key: toBase64(sealed),
      } as const
      await deps.files.pack(path, header, copy)
      deps.files.remove(copy)
      return await checked(deps, path, copy, key)
    } catch (error) {
      deps.files.remove(path)
      throw error
    } finally {
      deps.files.remove(copy)
    }
  })
}

/** Unpacks a backup beside the database and proves that it opens and is whole. */
export const checked = async (
  deps: BackupDeps,
  path: string,
  copy: string,
  key: Uint8Array,
): Promise<{ readonly bytes: number }> => {
  const header = await deps.files.inspect(path)
  if (header.schemaVersion > deps.schemaVersion)
    throw new AppError('backupNewer', 'the backup holds a newer database', {
      where: path,
      hint: 'install the newer program; nothing was changed here',
    })
  await deps.files.extract(path, copy)
  const store = deps.openStore(copy, key)
  try {
    const faults = store.integrity()
    if (faults.length > 0)
      throw new AppError('backupDamaged', 'the copied database is not whole', {
        where: path,
        hint: 'make another backup',
      })
  } finally {
    store.close()
    for (const tail of ['-wal', '-shm']) deps.files.remove(`${copy}${tail}`)
  }
  return { bytes: header.bytes }
}
