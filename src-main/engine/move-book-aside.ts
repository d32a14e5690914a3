import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { moveAside } from '../adapters/files/move-aside.ts'
import { keyFile, restoreNote } from '../adapters/system/key-file.ts'
import { KEY_FILE } from './book-backups.ts'

const isReadable = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/**
 * Puts what cannot be used into a dated folder, and says where: the database; with it the key file or the note of a restore that cannot
 * be read. A restore that has changed nothing yet leaves the book where it is: only its note and its copy go.
 */
export const moveBookAside = (home: string, book: string, at: string): string => {
  const database = [book, `${book}-wal`, `${book}-shm`]
  const note = `${KEY_FILE}.restore`
  const copy = `${book}.copy`
  if (!isReadable(() => restoreNote(join(home, note)).read())) {
    const isUntouched = existsSync(join(home, copy)) && existsSync(join(home, book))
    return moveAside(home, [note, copy, ...(isUntouched ? [] : database)], at)
  }
  const isLocked = isReadable(() => keyFile(join(home, KEY_FILE)).read())
  return moveAside(home, [...database, ...(isLocked ? [] : [KEY_FILE])], at)
}
