import { AppError } from '../../model/app-error.ts'
import type { SheetText } from '../../model/import/sheet-text.ts'

const unreadable = (message: string, where: string, cause?: unknown): AppError =>
  new AppError('fileUnreadable', message, {
    where,
    hint: 'a table is a list of flat objects: [{"date": "2026-11-20", "unit_nav": 1.02}, …]',
    cause,
  })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const cellOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

const tableOf = (rows: readonly unknown[], file: string, sheet: string | null): SheetText => {
  const wrong = rows.findIndex(row => !isRecord(row))
  if (wrong >= 0) throw unreadable(`entry ${wrong + 1} is no object`, sheet === null ? file : `${file} ${sheet}`)
  const records = rows.filter(isRecord)
  const names = [...new Set(records.flatMap(row => Object.keys(row)))]
  const lines = records.map(row => names.map(name => cellOf(row[name])))
  return { file, sheet, format: 'JSON', rows: names.length === 0 ? [] : [names, ...lines] }
}

/** A list of flat objects as one table, or several such lists under their names; a name stands for the sheet. */
export const readJson = (text: string, file: string): readonly SheetText[] => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw unreadable('the file is no JSON', file, cause)
  }
  const tables = Array.isArray(value)
    ? [tableOf(value, file, null)]
    : isRecord(value)
      ? Object.entries(value).flatMap(([name, rows]) => (Array.isArray(rows) ? [tableOf(rows, file, name)] : []))
      : []
  const found = tables.filter(table => table.rows.length > 0)
  if (found.length === 0) throw unreadable('no table is in the file', file)
  return found
}
