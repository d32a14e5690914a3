import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../model/app-error.ts'
import type { PutFile } from '../../services/ports/put-file.ts'

const MOST = 120

/** A name that stays within its folder on every system, whatever the data say. */
export const safeName = (name: string): string => {
  const plain = name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_')
  return Array.from(plain).slice(0, MOST).join('')
}

/** Writes a file that only the user may read. */
export const putFile: PutFile = async (folder, name, bytes) => {
  const path = join(folder, safeName(name))
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(path, bytes, { mode: 0o600 })
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw new AppError(full ? 'diskFull' : 'folderNotWritable', 'the file could not be written', {
      where: path,
      hint: full ? 'free some space, or choose another folder' : 'choose another folder',
      cause: error,
    })
  }
  return path
}
