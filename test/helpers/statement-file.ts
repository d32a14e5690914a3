import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'

type Table = readonly (readonly string[])[]

export interface StatementFile {
  readonly name: string
  readonly content: Uint8Array
}

const quoted = (cell: string): string => (/[,"\n]/.test(cell) && !cell.startsWith('="') ? `"${cell}"` : cell)
const csv = (table: Table, end = '\r\n'): string => `${table.map(row => row.map(quoted).join(',')).join(end)}${end}`
const tabs = (table: Table): string => `${table.map(row => row.join('\t')).join('\r\n')}\r\n`

/** A cell as a workbook keeps it: plain figures as numbers, days with dashes as days. */
const native = (cell: string): unknown => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(cell)) && !cell.endsWith('-30'))
    return new Date(`${cell}T00:00:00Z`)
  return /^-?\d+\.\d+$/.test(cell) ? Number(cell) : cell
}

const workbook = async (table: Table): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('交割单').addRows(table.map(row => row.map(native)))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The containers and encodings in which brokers' programs write a statement. */
export const statementFormats = {
  'GBK CSV': async (table: Table) => ({ name: '交割单.csv', content: iconv.encode(csv(table), 'gbk') }),
  'CSV with a mark and CR alone': async (table: Table) => ({
    name: '交割单.csv',
    content: iconv.encode(`\uFEFF${csv(table, '\r')}`, 'utf-8'),
  }),
  'UTF-16 CSV': async (table: Table) => ({
    name: '交割单.csv',
    content: iconv.encode(csv(table), 'utf-16le', { addBOM: true }),
  }),
  'tabs in .xls': async (table: Table) => ({ name: '交割单.xls', content: iconv.encode(tabs(table), 'gb18030') }),
  XLSX: async (table: Table) => ({ name: '交割单.xlsx', content: await workbook(table) }),
  ZIP: async (table: Table) => ({
    name: '交割单.zip',
    content: zipSync({ '2024/交割单.csv': iconv.encode(csv(table), 'gbk') }),
  }),
  'UTF-8 CSV': async (table: Table) => ({ name: '交割单.csv', content: iconv.encode(csv(table, '\n'), 'utf-8') }),
} as const satisfies Readonly<Record<string, (table: Table) => Promise<StatementFile>>>
