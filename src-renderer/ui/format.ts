import { useMemo } from 'react'
import { useLocale } from '../i18n/i18n.ts'
import type { Locale } from '../i18n/i18n.ts'

const DASH = '—'
const MINUS = '\u2212'
const fixed = (n: number, digits: number): string =>
  Math.abs(n).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** A rounded zero has no sign; minus is U+2212. */
const plain = (n: number, digits: number): string => {
  const text = fixed(n, digits)
  return n < 0 && Number(text.replaceAll(',', '')) !== 0 ? MINUS + text : text
}
const signed = (n: number, digits: number): string => {
  const text = plain(n, digits)
  return n > 0 && Number(text.replaceAll(',', '')) !== 0 ? `+${text}` : text
}

const money = (fen: number, locale: Locale, detail: boolean): string => {
  const yuan = fen / 100
  if (locale === 'en') return Math.abs(yuan) < 1e4 ? `¥${plain(yuan, 0)}` : `¥${plain(yuan / 1e3, detail ? 1 : 0)}k`
  const abs = Math.abs(yuan)
  if (abs < 1e4) return `${plain(yuan, 0)}元`
  if (abs < 1e8) return `${plain(yuan / 1e4, detail ? 2 : 0)}万`
  return `${plain(yuan / 1e8, 2)}亿`
}

const pad = (n: number): string => String(n).padStart(2, '0')
const localParts = (iso: string): { day: string; time: string; year: string } => {
  const d = new Date(iso)
  const year = String(d.getFullYear())
  return {
    year,
    day: `${year}-${pad(d.getMonth() + 1)}-${pad(d.getDate())}`,
    time: `${pad(d.getHours())}:${pad(d.getMinutes())}`,
  }
}

export type Format = {
  readonly locale: Locale
  /** Lists: whole 万. */
  readonly money: (fen: number | null) => string
  /** Detail: two decimals of 万. */
  readonly moneyFull: (fen: number | null) => string
  /** 万元 (thousands of yuan in English) without the unit, for columns that name it. */
  readonly wan: (fen: number | null, digits?: number) => string
  readonly wanSigned: (fen: number | null, digits?: number) => string
  readonly int: (n: number | null) => string
  readonly ratio: (n: number | null, digits?: number) => string
  readonly signed: (n: number | null, digits?: number) => string
  /** Fraction as a share, `17.6%`. */
  readonly share: (n: number | null, digits?: number) => string
  /** Fraction as a signed return, `+7.38%`. */
  readonly ret: (n: number | null, digits?: number) => string
  /** Signed percent without the sign of percent, for columns that name it. */
  readonly points: (n: number | null, digits?: number) => string
  readonly date: (iso: string | null) => string
  /** This year's dates without the year. */
  readonly day: (iso: string | null, today?: string | null) => string
  readonly time: (iso: string | null) => string
  readonly dateTime: (iso: string | null) => string
}

const wanUnit = (locale: Locale): number => (locale === 'en' ? 1e5 : 1e6)

export const makeFormat = (locale: Locale): Format => ({
  locale,
  money: fen => (fen === null ? DASH : money(fen, locale, false)),
  moneyFull: fen => (fen === null ? DASH : money(fen, locale, true)),
  wan: (fen, digits = 2) => (fen === null ? DASH : plain(fen / wanUnit(locale), digits)),
  wanSigned: (fen, digits = 2) => (fen === null ? DASH : signed(fen / wanUnit(locale), digits)),
  int: n => (n === null ? DASH : plain(n, 0)),
  ratio: (n, digits = 2) => (n === null ? DASH : plain(n, digits)),
  signed: (n, digits = 2) => (n === null ? DASH : signed(n, digits)),
  share: (n, digits = 1) => (n === null ? DASH : `${plain(n * 100, digits)}%`),
  ret: (n, digits = 2) => (n === null ? DASH : `${signed(n * 100, digits)}%`),
  points: (n, digits = 2) => (n === null ? DASH : signed(n * 100, digits)),
  date: iso => iso?.slice(0, 10) ?? DASH,
  day: (iso, today) => {
    if (!iso) return DASH
    const day = iso.length > 10 ? localParts(iso).day : iso
    return today && day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day
  },
  time: iso => (iso ? localParts(iso).time : DASH),
  dateTime: iso => {
    if (!iso) return DASH
    const p = localParts(iso)
    return `${p.year === String(new Date().getFullYear()) ? p.day.slice(5) : p.day} ${p.time}`
  },
})

export const useFormat = (): Format => {
  const locale = useLocale()
  return useMemo(() => makeFormat(locale), [locale])
}

/** Class of a signed figure: up, down or neither. */
export const direction = (n: number | null): 'up' | 'down' | '' => (n === null || n === 0 ? '' : n > 0 ? 'up' : 'down')
