import { Readable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { Zip, ZipPassThrough } from 'fflate'
import type { TablePart } from '../../services/ports/table-files.ts'
import type { ArchiveEntry, OpenArchive } from './open-archive.ts'
import { unreadable } from './unreadable.ts'

const PART = 500
/** Empty lines between two filled ones that keep the count of the lines; a longer gap is the end of what a person sees. */
const WIDEST_GAP = 10_000

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** A day without its time zone: workbooks keep none, the library reads it as UTC. */
const dayText = (date: Date): string =>
  Number.isNaN(date.getTime())
    ? ''
    : `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`

/** A spreadsheet keeps fifteen digits of a number: what has more is shown as the rounded figure that it is. */
const DIGITS = 1e15

const cellText = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' && Math.abs(value) >= DIGITS) return value.toExponential()
  if (value instanceof Date) return dayText(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(part => part.text).join('')
  if ('text' in value) return cellText(value.text)
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue)
  return ''
}

const sheetName = /^xl\/worksheets\/sheet(\d+)\.xml$/

/** The sheets of a workbook in the order of their numbers. */
export const sheetsOf = ({ entries }: OpenArchive): readonly ArchiveEntry[] =>
  entries
    .filter(entry => sheetName.test(entry.name))
    .toSorted((a, b) => Number(sheetName.exec(a.name)?.[1]) - Number(sheetName.exec(b.name)?.[1]))

const shared = ['xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'] as const

/** How much of the part that is read now went to the library. */
interface Meter {
  read: number
}

const beyondAscii = /[^\0-\x7F]/gu

/** The library decodes a part piece by piece and breaks letters that lie across two of them: as references they cannot break. */
async function* inAscii(xml: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const written = (text: string): Uint8Array =>
    encoder.encode(text.replaceAll(beyondAscii, letter => `&#${letter.codePointAt(0) ?? 0};`))
  for await (const chunk of xml) yield written(decoder.decode(chunk as Uint8Array, { stream: true }))
  yield written(decoder.decode())
}

/** Strings without their reading aids (拼音), which the library would take for the text itself. */
async function* withoutReadings(strings: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const bare = (xml: string): Uint8Array => encoder.encode(xml.replaceAll(/<rPh\b[\s\S]*?<\/rPh>/g, ''))
  let rest = ''
  for await (const chunk of strings) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true })
    const end = rest.lastIndexOf('</si>')
    if (end < 0) continue
    yield bare(rest.slice(0, end))
    rest = rest.slice(end)
  }
  yield bare(rest + decoder.decode())
}

async function* metered(source: AsyncIterable<unknown>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    meter.read += (chunk as Uint8Array).length
    yield chunk as Uint8Array
  }
}

const emptyStrings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="0"/>'

/**
 * The parts of a workbook in the order that the library can read in one go. Left to the order of the file, it would put sheets that
 * stand before their strings into plain temporary files.
 */
async function* inOrder(
  archive: OpenArchive,
  sheets: readonly ArchiveEntry[],
  meter: Meter,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const masters = shared.flatMap(name => archive.entries.find(entry => entry.name === name) ?? [])
  if (!masters.some(entry => entry.name === 'xl/sharedStrings.xml')) {
    const file = new ZipPassThrough('xl/sharedStrings.xml')
    zip.add(file)
    file.push(new TextEncoder().encode(emptyStrings), true)
  }
  for (const entry of [...masters, ...sheets]) {
    const file = new ZipPassThrough(entry.name)
    zip.add(file)
    meter.read = 0
    const source = metered(await entry.open(), meter)
    for await (const chunk of inAscii(entry.name === 'xl/sharedStrings.xml' ? withoutReadings(source) : source)) {
      file.push(chunk)
      yield* ready
      ready = []
    }
    file.push(new Uint8Array(), true)
  }
  zip.end()
  yield* ready
}

const options = {
  worksheets: 'emit',
  sharedStrings: 'cache',
  hyperlinks: 'ignore',
  styles: 'cache',
  entries: 'ignore',
} as const

const cellsOf = (row: ExcelJS.Row, width: number): string[] => {
  const cells: string[] = []
  for (let column = 1; column <= width; column++) cells.push(cellText(row.getCell(column).value))
  return cells
}

export interface SheetParts {
  readonly name: string
  readonly parts: AsyncIterable<TablePart>
}

/** The given sheets of a workbook one after the other, each to be read before the next is asked for. */
export async function* workbookSheets(
  archive: OpenArchive,
  sheets: readonly ArchiveEntry[],
  file: string,
): AsyncGenerator<SheetParts> {
  const { default: Excel } = await import('exceljs')
  const meter: Meter = { read: 0 }
  const input = Readable.from(inOrder(archive, sheets, meter))
  try {
    const reader = new Excel.stream.xlsx.WorkbookReader(input as never, options)
    let at = 0
    for await (const sheet of reader) {
      const own = sheet as unknown as AsyncIterable<ExcelJS.Row> & { readonly name: string }
      yield { name: own.name, parts: sheetParts(own, sheets[at]?.bytes ?? 0, meter) }
      at++
    }
  } catch (cause) {
    throw unreadable(
      'the workbook cannot be read',
      file,
      'open it, save it as .xlsx without a password, and import it again',
      cause,
    )
  } finally {
    input.destroy()
  }
}

async function* sheetParts(sheet: AsyncIterable<ExcelJS.Row>, bytes: number, meter: Meter): AsyncGenerator<TablePart> {
  let rows: string[][] = []
  let line = 0
  let width = 0
  for await (const row of sheet) {
    if (row.number - line > WIDEST_GAP) break
    while (line < row.number - 1) line = rows.push([]) && line + 1
    line = row.number
    width = Math.max(width, row.cellCount)
    rows.push(cellsOf(row, width))
    if (rows.length < PART) continue
    yield { rows, share: Math.min(0.99, meter.read / Math.max(1, bytes)) }
    rows = []
  }
  yield { rows, share: 1 }
}
