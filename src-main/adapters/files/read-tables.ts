import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '../../model/app-error.ts'
import type { SheetText } from '../../model/import/sheet-text.ts'
import { decodeText } from './decode-text.ts'
import { readDelimited } from './read-delimited.ts'
import { readJson } from './read-json.ts'
import { readWorkbook } from './read-workbook.ts'
import { unzipEntries } from './unzip.ts'

const MB = 2 ** 20
const LARGEST = 512 * MB
const endings: ReadonlySet<string> = new Set(['.csv', '.txt', '.tsv', '.xls', '.xlsx', '.zip', '.json'])

const unreadable = (message: string, where: string, hint: string, cause?: unknown): AppError =>
  new AppError('fileUnreadable', message, { where, hint, cause })

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 3, 4)

/** Names inside an archive, without folders that the system of its maker added. */
const isTable = (name: string): boolean =>
  endings.has(extname(name).toLowerCase()) && !name.includes('__MACOSX/') && !basename(name).startsWith('.')

/** What a file is, is told by its bytes: exports named .xls are often text. */
const tablesOf = async (bytes: Uint8Array, file: string, depth: number): Promise<readonly SheetText[]> => {
  if (isZip(bytes)) {
    const names: string[] = []
    unzipEntries(bytes, file, name => {
      names.push(name)
      return false
    })
    if (names.includes('xl/workbook.xml')) {
      // unpacked once for its sizes alone: the library has no limits of its own
      unzipEntries(bytes, file, () => true)
      return readWorkbook(bytes, file)
    }
    if (depth > 0) throw unreadable('an archive inside an archive', file, 'unpack it first')
    const found: SheetText[] = []
    for (const [name, content] of unzipEntries(bytes, file, isTable))
      found.push(...(await tablesOf(content, `${file}/${name}`, depth + 1)))
    return found
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable('a workbook of the old binary format', file, 'open it and save it as .xlsx or .csv')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw unreadable('a PDF is no table', file, 'export the same as a table (.xlsx or .csv)')
  const { text, encoding } = decodeText(bytes)
  if (extname(file).toLowerCase() === '.json') return readJson(text, file)
  const { rows, separator } = readDelimited(text)
  return rows.length === 0 ? [] : [{ file, sheet: null, format: `${encoding} ${separator}`, rows }]
}

const filesIn = async (path: string): Promise<readonly string[]> => {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter(isTable).toSorted()
    if (names.length === 0) throw unreadable('no table is in the folder', path, 'choose a folder with .csv or .xlsx')
    return names.map(name => join(path, name))
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable('the file cannot be read', path, 'check the path', cause)
  }
}

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    if ((await stat(path)).size > LARGEST)
      throw unreadable('the file is larger than 512 MB', path, 'split it, or export a shorter period')
    return await readFile(path)
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable('the file cannot be read', path, 'check the path', cause)
  }
}

/** The tables of files, folders and archives, each as text. */
export const readTables = async (paths: readonly string[]): Promise<readonly SheetText[]> => {
  const found: SheetText[] = []
  for (const path of paths)
    for (const file of await filesIn(path)) found.push(...(await tablesOf(await bytesOf(file), basename(file), 0)))
  if (found.length === 0)
    throw unreadable('there is no table in it', paths.join(', '), 'choose .csv, .xls, .xlsx or .zip')
  return found
}
