import type { ImportMapping } from '../../model/import/import-kind.ts'
import type { NavChunk } from '../../model/nav-chunk.ts'
import { parseRow } from '../../model/parse-row.ts'
import { streams, type StreamName } from '../../model/stream.ts'
import type { BiText } from '../../model/text.ts'
import { plain } from './clean-text.ts'
import type { ImportContext, ImportedRow, LineResult, RejectedRow } from './import-context.ts'
import { passesOver } from './passed-over.ts'
import { readClient } from './read-client.ts'
import { readHolding } from './read-holding.ts'
import { codeInName, navChunks, pointsOf, readNavLine, type NavPoint } from './read-navs.ts'
import { readTrade, readWideLine } from './read-trade.ts'
import { cellReader, type RowCells } from './row-cells.ts'

/** Lines that are taken otherwise than a reader of them might think. */
export interface LineNote {
  readonly text: BiText
  readonly count: number
  /** The first of them. */
  readonly lines: readonly number[]
}

export interface SheetResult {
  readonly rows: readonly ImportedRow[]
  readonly rejects: readonly RejectedRow[]
  /** Lines under the head that are not empty. */
  readonly lines: number
  readonly duplicates: number
  /** Totals, footnotes and heads that come again. */
  readonly skipped: number
  readonly notes: readonly LineNote[]
}

/** One row of two that a table keys the same: lots of one holding are added up, points of a fund's year come together. */
export const joinedRow = (before: ImportedRow, row: ImportedRow): ImportedRow => {
  if (row.stream === 'holdings') return addLots(before, row)
  if (row.stream !== 'navs') return row
  const [kept, read] = [before.row as NavChunk, row.row as NavChunk]
  const [joined] = navChunks([...pointsOf(kept), ...pointsOf(read)])
  return joined === undefined ? row : { ...row, row: joined }
}

interface Lot {
  readonly units: number
  readonly value: number
  readonly cost: number | null
}

const addLots = (a: ImportedRow, b: ImportedRow): ImportedRow => {
  const [x, y] = [a.row as Lot, b.row as Lot]
  const units = x.units + y.units
  const cost =
    x.cost === null || y.cost === null || units === 0 ? null : Math.round((x.cost * x.units + y.cost * y.units) / units)
  return { ...b, row: { ...y, units, value: x.value + y.value, cost } }
}

const isExternal = (header: readonly string[], marks: readonly string[]): boolean =>
  marks.filter(mark => header.some(cell => plain(cell).startsWith(mark))).length >= 2

/** What stands above the lines of a table. */
export interface SheetStart {
  readonly file: string
  readonly header: readonly string[]
  /** Index of the head among the lines. */
  readonly headRow: number
}

export interface SheetReader {
  /** Lines of the table, in their order from its beginning; calls go on where the last one ended. */
  read(lines: readonly (readonly string[])[]): Pick<SheetResult, 'rows' | 'rejects'>
  /** Of all lines so far. */
  counts(): Omit<SheetResult, 'rows' | 'rejects'>
}

/**
 * Reads the lines under the head into rows of the streams. Empty lines and totals are passed over, a line that came
 * before is counted once, a line that cannot be read is a reject with its number and reason. Rows of one key are to be
 * joined by `joinedRow`. `isNew` says whether a line comes for the first time; `at` is the UTC instant of the import.
 */
export const sheetReader = (
  { file, header, headRow }: SheetStart,
  mapping: ImportMapping,
  context: ImportContext,
  at: string,
  isNew: (line: string) => boolean,
): SheetReader => {
  const cellsOf = cellReader(header, mapping, context.pack)
  const external = isExternal(header, context.pack.externalMarks)
  const isPassedOver = passesOver(header, context.pack)
  const fileCode = codeInName(file)
  const counts = { lines: 0, duplicates: 0, skipped: 0 }
  const notes = new Map<string, LineNote>()
  let points: NavPoint[] = []
  let line = 0

  const read = (row: readonly string[], cells: RowCells): LineResult => {
    switch (mapping.kind) {
      case 'clients':
        return readClient(cells, context, at)
      case 'holdings':
        return readHolding(cells, context, external)
      case 'trades':
        return readTrade(cells, context)
      case 'wideTrades':
        return readWideLine(header, row, cells, context)
      case 'market':
        return { kind: 'skip' }
      case 'navs': {
        const point = readNavLine(cells, fileCode)
        if ('kind' in point) return point
        points.push(point)
        return { kind: 'rows', rows: [] }
      }
    }
  }
  const readLine = (row: readonly string[]): Checked | null => {
    if (row.every(cell => plain(cell) === '')) return null
    counts.lines++
    if (isPassedOver(row)) counts.skipped++
    else if (!isNew(row.join('\u001F'))) counts.duplicates++
    else return checked(read(row, cellsOf(row)))
    return null
  }
  return {
    counts: () => ({ ...counts, notes: [...notes.values()] }),
    read(lines) {
      const rows: ImportedRow[] = []
      const rejects: RejectedRow[] = []
      for (const row of lines) {
        line++
        if (line <= headRow + 1) continue
        const result = readLine(row)
        if (result?.kind === 'skip') counts.skipped++
        else if (result?.kind === 'reject') rejects.push({ line, reason: result.reason, cells: row })
        else if (result !== null) {
          rows.push(...result.rows)
          if (result.note) addNote(notes, result.note, line)
        }
      }
      for (const chunk of navChunks(points))
        rows.push({ stream: 'navs', key: `${chunk.code}|${chunk.year}`, row: chunk })
      points = []
      return { rows, rejects }
    },
  }
}

const NOTED_LINES = 20

const addNote = (notes: Map<string, LineNote>, text: BiText, line: number): void => {
  const { count, lines } = notes.get(text.en) ?? { count: 0, lines: [] }
  notes.set(text.en, { text, count: count + 1, lines: lines.length < NOTED_LINES ? [...lines, line] : lines })
}

type Checked =
  | Exclude<LineResult, { readonly kind: 'rows' }>
  | { readonly kind: 'rows'; readonly rows: ImportedRow[]; readonly note: BiText | null }

/** Every row passes the schema of its stream, the same that a row of head office passes; one bad row refuses the line. */
const checked = (result: LineResult): Checked => {
  if (result.kind !== 'rows') return result
  const rows: ImportedRow[] = []
  for (const { stream, row } of result.rows) {
    const parsed = parseRow(stream, row)
    if (parsed.kind === 'invalid')
      return { kind: 'reject', reason: { zh: `不合规格：${parsed.reason}`, en: `does not fit: ${parsed.reason}` } }
    rows.push({ stream, key: parsed.key, row: parsed.row })
  }
  return { kind: 'rows', rows, note: result.note ?? null }
}

/** Masters first, so that what hangs on a row finds it. */
export const importOrder = [
  'products',
  'funds',
  'fundHoldings',
  'announcements',
  'benchmarks',
  'yields',
  'clients',
  'accounts',
  'holdings',
  'trades',
  'questionnaires',
  'contacts',
  'tags',
  'navs',
] as const satisfies readonly (StreamName & keyof typeof streams)[]
