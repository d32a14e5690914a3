import type { Readable } from 'node:stream'
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '../../model/app-error.ts'
import { chineseName } from './text-source.ts'
import { unreadable } from './unreadable.ts'
import { zipLimits } from './unzip.ts'

const MB = 2 ** 20

export interface ArchiveEntry {
  readonly name: string
  readonly bytes: number
  open(): Promise<Readable>
}

export interface OpenArchive {
  readonly entries: readonly ArchiveEntry[]
  close(): void
}

const tooLarge = (where: string): AppError =>
  unreadable(
    'the archive unpacks to more than a client book holds',
    where,
    'unpack it yourself and import the files that you need',
  )

const damaged = (where: string, cause: unknown): AppError =>
  unreadable('the archive is damaged or locked by a password', where, 'export it again without a password', cause)

const UTF8_NAME = 0x800

/** Archives of Chinese systems carry names in GBK without saying so. */
const nameOf = ({ fileNameRaw, fileName, generalPurposeBitFlag }: Entry): string =>
  (generalPurposeBitFlag & UTF8_NAME) === 0 ? chineseName(fileNameRaw) : fileName

/** The files of an archive; their sizes are checked before a byte is unpacked, and the stream ends where it says that it does. */
export const openArchive = async (from: string | Buffer, where: string): Promise<OpenArchive> => {
  let zip: ZipFile
  const entries: ArchiveEntry[] = []
  let total = 0
  try {
    const options = { autoClose: false, lazyEntries: true }
    zip = typeof from === 'string' ? await openPromise(from, options) : await fromBufferPromise(from, options)
    if (zip.entryCount > 20 * zipLimits.files) throw tooLarge(where)
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (name.endsWith('/')) continue
      total += entry.uncompressedSize
      if (entry.isEncrypted()) throw damaged(where, null)
      if (entry.uncompressedSize > MB && entry.uncompressedSize > entry.compressedSize * zipLimits.ratio)
        throw tooLarge(where)
      entries.push({ name, bytes: entry.uncompressedSize, open: () => zip.openReadStreamPromise(entry) })
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(where, cause)
  }
  if (total > zipLimits.bytes || entries.length > zipLimits.files) throw tooLarge(where)
  return { entries, close: () => zip.close() }
}
