import type { Locale } from './locale.ts'
import { MISSING } from './number.ts'

/** `2026-11-23`; with `today` of the same year only `11-23`. */
export const formatDate = (iso: string | null, today?: string | null): string => {
  if (iso === null || iso === '') return MISSING
  const day = iso.slice(0, 10)
  return today && day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day
}

/** Time of an instant on the clock `offsetMinutes` east of UTC (China: 480): `08:42`. */
export const formatTime = (iso: string | null, offsetMinutes = 480): string => {
  const at = iso === null ? Number.NaN : Date.parse(iso)
  if (Number.isNaN(at)) return MISSING
  return new Date(at + offsetMinutes * 60_000).toISOString().slice(11, 16)
}

/** `2015-06-15 至 2015-08-26`, or by month `2015-06 至 2015-08`; one month is one month. */
export const formatRange = (from: string, to: string, locale: Locale, by: 'day' | 'month' = 'day'): string => {
  const cut = by === 'month' ? 7 : 10
  const a = from.slice(0, cut)
  const b = to.slice(0, cut)
  return a === b ? a : `${a} ${locale === 'en' ? 'to' : '至'} ${b}`
}

/** Minutes as hours and minutes: 330 -> `5:30`. */
export const formatDuration = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}`

/** Days left, or passed: `剩 25 天`, `过期 3 天`. */
export const formatRemaining = (days: number | null, locale: Locale): string => {
  if (days === null) return MISSING
  const n = Math.abs(days)
  if (locale === 'en') return `${n} ${n === 1 ? 'day' : 'days'} ${days < 0 ? 'overdue' : 'left'}`
  return days < 0 ? `过期 ${n} 天` : `剩 ${n} 天`
}
