import { AppError } from '../../model/app-error.ts'
import type { BackupFiles } from '../ports/backup-files.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { KeyDerivation, Sealing } from '../ports/vault-ports.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { openWithPasscode, sealWithPasscode } from './key-locks.ts'
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

const contextOf = (id: string): string => `advisor backup 1 ${id}`

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
    const { lock, sealed } = await sealWithPasscode(deps, contextOf(id), key, passcode)
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
const checked = async (
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

export interface Restoring {
  readonly path: string
  readonly passcode: string
  /** Ends whatever uses the book that is here; asked once the backup is known to be good. */
  readonly leave: () => Promise<void>
}

/**
 * Puts a backup in the place of the database; an old one is moved aside with its key, never deleted. The passcode becomes that of the
 * vault here. Everything is proved before anything is changed.
 */
export const restoreBackup = async (
  deps: BackupDeps,
  { path, passcode, leave }: Restoring,
): Promise<{ readonly movedAside: string | null }> => {
  const header = await deps.files.inspect(path)
  const key = await openWithPasscode(deps, contextOf(header.id), header.lock, fromBase64(header.key), passcode)
  if (key === null) throw new AppError('wrongPasscode', 'the passcode does not open the backup', { hint: 'try again' })
  const copy = `${deps.databasePath}.copy`
  try {
    deps.files.remove(copy)
    await checked(deps, path, copy, key)
    await leave()
    deps.vault.lock()
    const movedAside = moveAside(deps, deps.databasePath)
    deps.files.rename(copy, deps.databasePath)
    await deps.vault.adopt(key, passcode)
    return { movedAside }
  } finally {
    key.fill(0)
    deps.files.remove(copy)
  }
}

/** The database with its log under another name; null when there was none. */
export const moveAside = (deps: Pick<BackupDeps, 'files' | 'clock'>, databasePath: string): string | null => {
  if (!deps.files.exists(databasePath)) return null
  const aside = `${databasePath}.aside-${deps.clock.now().replaceAll(/[:.]/g, '-')}`
  for (const tail of ['-wal', '-shm', ''])
    if (deps.files.exists(`${databasePath}${tail}`)) deps.files.rename(`${databasePath}${tail}`, `${aside}${tail}`)
  return aside
}
