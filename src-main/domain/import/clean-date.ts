import { plain } from './clean-text.ts'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const daysOf = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0)

const forms = [
  /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/,
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
]

/** `20240131`, `2024/1/31`, `2024-01-31` (a time behind it is left off), `2024年1月31日` as an ISO date; null when it is no day of the calendar. */
export const isoDateOf = (raw: string): string | null => {
  const text = plain(raw)
  for (const form of forms) {
    const [, year, month, day] = form.exec(text) ?? []
    if (year === undefined || month === undefined || day === undefined) continue
    const [y, m, d] = [Number(year), Number(month), Number(day)]
    if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > daysOf(y, m)) return null
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return null
}
