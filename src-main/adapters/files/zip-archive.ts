import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { zipSync } from 'fflate'
import { AppError } from '../../model/app-error.ts'
import type { Archive } from '../../services/ports/archive.ts'
import { unzipEntries } from './unzip.ts'

/** The oldest time that the format knows: an archive says nothing of when it was packed. */
const NO_TIME = '1980-01-01T12:00:00'

export const zipArchive: Archive = {
  pack: files => zipSync(Object.fromEntries(files), { mtime: NO_TIME, level: 6 }),
  async open(path) {
    let bytes: Uint8Array
    try {
      bytes = await readFile(path)
    } catch (cause) {
      throw new AppError('fileUnreadable', 'the file cannot be read', { where: path, hint: 'check its path', cause })
    }
    return unzipEntries(bytes, basename(path), () => true)
  },
}
