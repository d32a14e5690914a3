import type ExcelJS from 'exceljs'
import { AppError } from '../../model/app-error.ts'
import type { SheetText } from '../../model/import/sheet-text.ts'

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** A day without its time zone: workbooks keep none, the library reads it as UTC. */
const dayText = (date: Date): string =>
  Number.isNaN(date.getTime())
    ? ''
    : `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`

const cellText = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dayText(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(part => part.text).join('')
  if ('text' in value) return cellText(value.text)
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue)
  return ''
}

/** Every sheet that holds something. */
export const readWorkbook = async (bytes: Uint8Array, file: string): Promise<readonly SheetText[]> => {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer)
  } catch (cause) {
    throw new AppError('fileUnreadable', 'the workbook cannot be read', {
      where: file,
      hint: 'open it, save it as .xlsx without a password, and import it again',
      cause,
    })
  }
  return book.worksheets
    .map((sheet): SheetText => {
      const rows: string[][] = []
      sheet.eachRow({ includeEmpty: true }, row => {
        const cells: string[] = []
        for (let column = 1; column <= sheet.columnCount; column++) cells.push(cellText(row.getCell(column).value))
        rows.push(cells)
      })
      return { file, sheet: sheet.name, format: 'XLSX', rows }
    })
    .filter(sheet => sheet.rows.length > 0)
}
