import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../model/app-error.ts'
import type { Archive } from '../../services/ports/archive.ts'

/** The oldest time that the format knows: an archive says nothing of when it was packed. */
const NO_TIME = '1980-01-01T12:00:00'

export const zipArchive: Archive = {
  pack: async files => (await import('fflate')).zipSync(Object.fromEntries(files), { mtime: NO_TIME, level: 6 }),
  async open(path) {
    let bytes: Uint8Array
    try {
      bytes = await readFile(path)
    } catch (cause) {
      throw new AppError('fileUnreadable', 'the file cannot be read', { where: path, hint: 'check its path', cause })
    }
    const { unzipEntries } = await import('./unzip.ts')
    return unzipEntries(bytes, basename(path), () => true)
  },
}
