import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '../../model/app-error.ts'
import { openArchive, type OpenArchive } from './open-archive.ts'
import type { ByteSource } from './text-source.ts'
import { isZip, unreadable } from './unreadable.ts'

const MB = 2 ** 20
const LARGEST = 512 * MB
const endings: ReadonlySet<string> = new Set(['.csv', '.txt', '.tsv', '.xls', '.xlsx', '.zip', '.json'])

/** Names inside an archive, without folders that the system of its maker added. */
export const isTable = (name: string): boolean =>
  endings.has(extname(name).toLowerCase()) && !name.includes('__MACOSX/') && !basename(name).startsWith('.')

export const filesIn = async (path: string): Promise<readonly string[]> => {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter(isTable).toSorted()
    if (names.length === 0) throw unreadable('no table is in the folder', path, 'choose a folder with .csv or .xlsx')
    return names.map(name => join(path, name))
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable('the file cannot be read', path, 'check the path', cause)
  }
}

/** A file, or one inside an archive. */
export interface FilePlace {
  readonly path: string
  readonly entry: string | null
}

export interface OpenFile extends ByteSource {
  readonly name: string
  readonly isArchive: boolean
  /** What the archive holds. */
  archive(): Promise<OpenArchive>
  close(): void
}

const firstBytes = async (path: string): Promise<Uint8Array> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const plainFile = async (path: string): Promise<OpenFile> => {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > LARGEST) throw unreadable('the file is larger than 512 MB', path, 'split it, or export a shorter period')
    return {
      name,
      bytes: size,
      isArchive: isZip(await firstBytes(path)),
      open: () => Promise.resolve(createReadStream(path, { highWaterMark: 1 << 18 })),
      archive: () => openArchive(path, name),
      close: () => undefined,
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable('the file cannot be read', path, 'check the path', cause)
  }
}

/** The file at a place; what is inside an archive is unpacked as it is read. */
export const openFile = async ({ path, entry }: FilePlace): Promise<OpenFile> => {
  const outer = await plainFile(path)
  if (entry === null) return outer
  const archive = await outer.archive()
  const found = archive.entries.find(each => each.name === entry)
  if (found === undefined)
    throw unreadable('the file is no longer in the archive', `${outer.name}/${entry}`, 'choose it again')
  const name = `${outer.name}/${entry}`
  const head = await found.open()
  let start: Uint8Array = new Uint8Array()
  for await (const chunk of head) {
    start = chunk as Uint8Array
    break
  }
  return {
    name,
    bytes: found.bytes,
    isArchive: isZip(start),
    open: () => found.open(),
    archive: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of await found.open()) chunks.push(chunk as Buffer)
      return openArchive(Buffer.concat(chunks), name)
    },
    close: () => archive.close(),
  }
}
