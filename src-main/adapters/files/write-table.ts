import type ExcelJS from 'exceljs'
import type { TableToWrite } from '../../services/ports/table-files.ts'

/** What a spreadsheet would run as a formula when it stands first in a cell. */
const runs = /^[=+\-@\t\r]/

/** Text that a spreadsheet shows as text: an apostrophe before what would be a formula. */
export const defused = (text: string): string => (runs.test(text) ? `'${text}` : text)

const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = defused(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with its mark, which Excel needs to see that it is UTF-8. */
const toCsv = ({ header, rows }: TableToWrite): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${[header, ...rows].map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`)

const WIDEST = 60

/** Columns that a text takes: characters of Chinese are twice as wide as others. */
const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1
  return width
}

const addSheet = (book: ExcelJS.Workbook, { name, header, rows }: TableToWrite): void => {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow(header.map(defused)).font = { bold: true }
  for (const row of rows) sheet.addRow(row.map(cell => (typeof cell === 'string' ? defused(cell) : cell)))
  header.forEach((head, i) => {
    const longest = Math.max(...[head, ...rows.slice(0, 200).map(row => String(row[i] ?? ''))].map(widthOf))
    sheet.getColumn(i + 1).width = Math.min(WIDEST, longest + 2)
  })
}

export const writeBook = async (tables: readonly TableToWrite[]): Promise<Uint8Array> => {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  for (const table of tables) addSheet(book, table)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

export const writeTable = (format: 'xlsx' | 'csv', table: TableToWrite): Promise<Uint8Array> =>
  format === 'csv' ? Promise.resolve(toCsv(table)) : writeBook([table])
