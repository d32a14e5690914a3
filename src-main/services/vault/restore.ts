import { AppError } from '../../model/app-error.ts'
import type { RestoreNote, VaultFile } from '../ports/vault-ports.ts'
import { backupContext, checked, type BackupDeps } from './backup.ts'
import { fromBase64 } from './base64.ts'
import { openWithPasscode } from './key-locks.ts'

export interface RestoreDeps extends BackupDeps {
  readonly note: RestoreNote
  readonly vaultFile: VaultFile
}

export interface Restoring {
  readonly path: string
  readonly passcode: string
  /** Ends whatever uses the book that is here; asked once the backup is known to be good. */
  readonly leave: () => Promise<void>
}

/**
 * Puts a backup in the place of the database; an old one is moved aside with its key, never deleted. The passcode becomes that of the
 * vault here. Everything is proved and written down before anything is changed: broken off, it is finished by `finishRestore`.
 */
export const restoreBackup = async (
  deps: RestoreDeps,
  { path, passcode, leave }: Restoring,
): Promise<{ readonly movedAside: string | null }> => {
  const header = await deps.files.inspect(path)
  const key = await openWithPasscode(deps, backupContext(header.id), header.lock, fromBase64(header.key), passcode)
  if (key === null) throw new AppError('wrongPasscode', 'the passcode does not open the backup', { hint: 'try again' })
  const copy = copyOf(deps)
  try {
    deps.files.remove(copy)
    await checked(deps, path, copy, key)
    const vault = await deps.vault.recordFor(key, passcode)
    await leave()
    deps.vault.lock()
    deps.note.write({ at: deps.clock.now(), vault })
    return { movedAside: finishRestore(deps) }
  } finally {
    key.fill(0)
    // what the note speaks of is put in its place at the next start
    if (!deps.note.exists()) deps.files.remove(copy)
  }
}

const copyOf = ({ databasePath }: BackupDeps): string => `${databasePath}.copy`

/**
 * Does what the note of a restore says, from wherever it was broken off: each step is done once however often this is called. Gives the
 * name under which the old database lies; null when there was none, or nothing to finish.
 */
export const finishRestore = (deps: RestoreDeps): string | null => {
  const note = deps.note.read()
  if (note === null) return null
  const { at, vault } = note
  const copy = copyOf(deps)
  const aside = `${deps.databasePath}.aside-${at.replaceAll(/[:.]/g, '-')}`
  if (deps.files.exists(copy)) {
    // the log before its database: one that is left behind would be taken for the log of the new one
    for (const tail of ['-wal', '-shm', ''])
      if (deps.files.exists(`${deps.databasePath}${tail}`))
        deps.files.rename(`${deps.databasePath}${tail}`, `${aside}${tail}`)
    deps.files.rename(copy, deps.databasePath)
  }
  deps.vaultFile.keepAside(at)
  deps.vaultFile.write(vault)
  deps.note.clear()
  return deps.files.exists(aside) ? aside : null
}
