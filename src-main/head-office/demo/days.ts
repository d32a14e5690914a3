import type { IsoDate, IsoTime } from '../../model/units.ts'

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar (Howard Hinnant's days_from_civil). */
export const epochDay = (iso: string): number => {
  const y0 = Number(iso.slice(0, 4))
  const m = Number(iso.slice(5, 7))
  const d = Number(iso.slice(8, 10))
  const y = m <= 2 ? y0 - 1 : y0
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

const civil = (day: number): { y: number; m: number; d: number } => {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const m = mp < 10 ? mp + 3 : mp - 9
  return { y: yoe + era * 400 + (m <= 2 ? 1 : 0), m, d: doy - Math.floor((153 * mp + 2) / 5) + 1 }
}

const known = new Map<number, IsoDate>()

/** ISO date of a day number. */
export const isoDate = (day: number): IsoDate => {
  const cached = known.get(day)
  if (cached !== undefined) return cached
  const { y, m, d } = civil(day)
  const text = `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}` as IsoDate
  known.set(day, text)
  return text
}

/** UTC instant on a day, from minutes of the Chinese working day (UTC+8). */
export const isoTime = (day: number, minutes: number): IsoTime => {
  const utc = minutes - 480
  return `${isoDate(day)}T${pad(Math.floor(utc / 60), 2)}:${pad(utc % 60, 2)}:00.000Z` as IsoTime
}

export const yearOf = (day: number): number => Number(isoDate(day).slice(0, 4))

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7
