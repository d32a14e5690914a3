import { extname } from 'node:path'
import { headLines, type SheetHead } from '../../model/import/sheet-text.ts'
import { AppError } from '../../model/app-error.ts'
import type { TablePart } from '../../services/ports/table-files.ts'
import { delimitedParts, separatedBy, type Separated } from './read-delimited.ts'
import { readJson } from './read-json.ts'
import { sheetsOf, workbookSheets } from './read-workbook.ts'
import { filesIn, isTable, openFile, type FilePlace, type OpenFile } from './table-place.ts'
import { textSource } from './text-source.ts'
import { isNoText, startsWith, unreadable } from './unreadable.ts'

/** Where a table lies, and how it is read from there. */
type Place = FilePlace &
  (
    | { readonly kind: 'text'; readonly separated: Separated }
    | { readonly kind: 'sheet' | 'json'; readonly number: number }
  )

const isWorkbook = (names: readonly { readonly name: string }[]): boolean =>
  names.some(entry => entry.name === 'xl/workbook.xml')

const head = (place: Place, sheet: Omit<SheetHead, 'place'>): SheetHead => ({
  ...sheet,
  rows: sheet.rows.slice(0, headLines),
  place: JSON.stringify(place),
})

const firstRows = async (parts: AsyncIterable<TablePart>): Promise<TablePart['rows']> => {
  for await (const { rows } of parts) return rows
  return []
}

const jsonOf = async (file: OpenFile) => {
  const source = await textSource(file)
  let text = ''
  for await (const piece of source.text()) text += piece.text
  return readJson(text, file.name)
}

const ofWorkbook = async (at: FilePlace, file: OpenFile): Promise<readonly SheetHead[]> => {
  const archive = await file.archive()
  const found: SheetHead[] = []
  try {
    // each by itself: only its first lines are unpacked, not the hundreds of thousands behind them
    for (const [number, entry] of sheetsOf(archive).entries())
      for await (const sheet of workbookSheets(archive, [entry], file.name)) {
        const rows = await firstRows(sheet.parts)
        const place = { ...at, kind: 'sheet' as const, number }
        if (rows.length > 0) found.push(head(place, { file: file.name, sheet: sheet.name, format: 'XLSX', rows }))
        break
      }
  } finally {
    archive.close()
  }
  return found
}

const ofText = async (at: FilePlace, file: OpenFile): Promise<readonly SheetHead[]> => {
  const source = await textSource(file)
  const separated = await separatedBy(source)
  const rows = await firstRows(delimitedParts(source, separated))
  if (isNoText(rows))
    throw unreadable(
      'neither a text nor a workbook',
      file.name,
      'open it with the program it comes from and save it as .xlsx or .csv',
    )
  const format = `${source.encoding} ${separated.name}`
  return rows.length === 0
    ? []
    : [head({ ...at, kind: 'text', separated }, { file: file.name, sheet: null, format, rows })]
}

const ofArchive = async (at: FilePlace, file: OpenFile): Promise<readonly SheetHead[]> => {
  const archive = await file.archive()
  const { entries } = archive
  archive.close()
  if (isWorkbook(entries)) return ofWorkbook(at, file)
  if (at.entry !== null) throw unreadable('an archive inside an archive', file.name, 'unpack it first')
  const found: SheetHead[] = []
  for (const { name } of entries.filter(entry => isTable(entry.name)))
    found.push(...(await ofFile({ ...at, entry: name })))
  return found
}

/** What a file is, is told by its bytes: exports named .xls are often text. */
const ofFile = async (at: FilePlace): Promise<readonly SheetHead[]> => {
  const file = await openFile(at)
  try {
    if (file.isArchive) return await ofArchive(at, file)
    const source = await file.open()
    const start = ((await source[Symbol.asyncIterator]().next()).value ?? new Uint8Array()) as Uint8Array
    source.destroy()
    if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0))
      throw unreadable('a workbook of the old binary format', file.name, 'open it and save it as .xlsx or .csv')
    if (startsWith(start, 0x25, 0x50, 0x44, 0x46))
      throw unreadable('a PDF is no table', file.name, 'export the same as a table (.xlsx or .csv)')
    if (extname(file.name).toLowerCase() !== '.json') return await ofText(at, file)
    return (await jsonOf(file)).map((sheet, number) => head({ ...at, kind: 'json', number }, sheet))
  } finally {
    file.close()
  }
}

/** The tables of files, folders and archives, each with its first lines. */
export const tableHeads = async (paths: readonly string[]): Promise<readonly SheetHead[]> => {
  const found: SheetHead[] = []
  for (const path of paths)
    for (const file of await filesIn(path)) found.push(...(await ofFile({ path: file, entry: null })))
  if (found.length === 0)
    throw unreadable('there is no table in it', paths.join(', '), 'choose .csv, .xls, .xlsx or .zip')
  return found
}

/** All lines of a table, from its beginning. */
export async function* tableRows(named: string): AsyncGenerator<TablePart> {
  const place = JSON.parse(named) as Place
  const file = await openFile(place)
  try {
    if (place.kind === 'text') yield* delimitedParts(await textSource(file), place.separated)
    else if (place.kind === 'json') yield { rows: (await jsonOf(file))[place.number]?.rows ?? [], share: 1 }
    else {
      const archive = await file.archive()
      try {
        const sheets = sheetsOf(archive).slice(place.number, place.number + 1)
        for await (const sheet of workbookSheets(archive, sheets, file.name)) yield* sheet.parts
      } finally {
        archive.close()
      }
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw unreadable('the file cannot be read to its end', file.name, 'export it again', cause)
  } finally {
    file.close()
  }
}
