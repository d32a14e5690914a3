import { unzipSync, type UnzipFileInfo } from 'fflate'
import { AppError } from '../../model/app-error.ts'

const MB = 2 ** 20

/** An archive may unpack to this much and hold this many files; more is no client book. */
export const zipLimits = { bytes: 512 * MB, files: 500, ratio: 200 } as const

const tooLarge = (where: string): AppError =>
  new AppError('fileUnreadable', 'the archive unpacks to more than a client book holds', {
    where,
    hint: 'unpack it yourself and import the files that you need',
  })

/** The wanted entries of an archive; sizes are checked before a byte is unpacked, and again after. */
export const unzipEntries = (
  bytes: Uint8Array,
  where: string,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> => {
  let total = 0
  let files = 0
  const filter = (file: UnzipFileInfo): boolean => {
    files++
    if (files > zipLimits.files) throw tooLarge(where)
    if (!wanted(file.name)) return false
    total += file.originalSize
    if (total > zipLimits.bytes || (file.originalSize > MB && file.originalSize > file.size * zipLimits.ratio))
      throw tooLarge(where)
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })))
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('fileUnreadable', 'the archive is damaged or locked by a password', {
      where,
      hint: 'export it again without a password',
      cause,
    })
  }
}
