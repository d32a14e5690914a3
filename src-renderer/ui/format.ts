import {
  fenPerLargeUnit,
  formatLargeMoneyPlain,
  formatMoney,
  formatMoneyPlain,
  formatMoneyPlainSigned,
} from '../../src-main/model/format/money.ts'
import { marketWord } from '../../src-main/model/format/market-word.ts'
import { directionOf, formatNumber, formatSigned, MISSING } from '../../src-main/model/format/number.ts'
import { formatReturn, formatReturnPlain, formatShare } from '../../src-main/model/format/share.ts'
import type { Figure } from '../../src-main/model/report/figure.ts'
import { useLocale } from '../i18n/i18n.ts'
import type { Locale } from '../i18n/i18n.ts'

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

const FEN_PER_WAN = 1_000_000
const FEN_PER_THOUSAND = 100_000

export type Format = {
  readonly locale: Locale
  /** Fen in the unit that amounts are typed and listed in: 万元, thousands of yuan in English. */
  readonly unit: number
  /** Lists: whole 万. */
  readonly money: (fen: number | null) => string
  /** Detail: two decimals of 万. */
  readonly moneyFull: (fen: number | null) => string
  /** 万元 (thousands of yuan in English) without the unit, for columns that name it. */
  readonly wan: (fen: number | null, digits?: number) => string
  /** Fen in the unit of large amounts beside each other, and an amount in it: 亿元, millions of yuan in English. */
  readonly largeUnit: number
  readonly large: (fen: number | null) => string
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
  /** A word of the market's fixed vocabulary, such as a peer group or an industry. */
  readonly word: (word: string) => string
  /** A figure in the format of its unit. */
  readonly figure: (figure: Figure) => string
  readonly date: (iso: string | null) => string
  /** This year's dates without the year. */
  readonly day: (iso: string | null, today?: string | null) => string
  readonly time: (iso: string | null) => string
  readonly dateTime: (iso: string | null) => string
}

/** A thousand is ten times finer than 万: one decimal less says the same. */
const decimals = (locale: Locale, digits: number): number => (locale === 'en' ? Math.max(0, digits - 1) : digits)

export const makeFormat = (locale: Locale): Format => ({
  locale,
  unit: locale === 'en' ? FEN_PER_THOUSAND : FEN_PER_WAN,
  money: fen => formatMoney(fen, { locale, style: 'list' }),
  moneyFull: fen => formatMoney(fen, { locale }),
  wan: (fen, digits = 2) => formatMoneyPlain(fen, locale, decimals(locale, digits)),
  largeUnit: fenPerLargeUnit(locale),
  large: fen => formatLargeMoneyPlain(fen, locale),
  wanSigned: (fen, digits = 2) => formatMoneyPlainSigned(fen, locale, decimals(locale, digits)),
  int: n => formatNumber(n, 0),
  ratio: (n, digits = 2) => formatNumber(n, digits),
  signed: (n, digits = 2) => formatSigned(n, digits),
  share: (n, digits = 1) => formatShare(n, digits),
  ret: (n, digits = 2) => formatReturn(n, digits),
  points: (n, digits = 2) => formatReturnPlain(n, digits),
  word: name => marketWord(name, locale),
  figure: figure => {
    switch (figure.unit) {
      case 'fen':
        return formatMoney(figure.value, { locale })
      case 'return':
        return formatReturn(figure.value)
      case 'ratio':
        return formatShare(figure.value)
      case 'number':
        return formatNumber(figure.value)
      case 'score':
      case 'days':
      case 'count':
        return formatNumber(figure.value, 0)
    }
  },
  date: iso => iso?.slice(0, 10) ?? MISSING,
  day: (iso, today) => {
    if (!iso) return MISSING
    const day = iso.length > 10 ? localParts(iso).day : iso
    return today && day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day
  },
  time: iso => (iso ? localParts(iso).time : MISSING),
  dateTime: iso => {
    if (!iso) return MISSING
    const p = localParts(iso)
    return `${p.year === String(new Date().getFullYear()) ? p.day.slice(5) : p.day} ${p.time}`
  },
})

const formats: Readonly<Record<Locale, Format>> = { 'zh-CN': makeFormat('zh-CN'), en: makeFormat('en') }

export const useFormat = (): Format => formats[useLocale()]

/** Class of a signed figure: up, down or neither; what rounds to zero goes nowhere. */
export const direction = (n: number | null, digits = 4): 'up' | 'down' | '' => {
  const to = directionOf(n, digits)
  return to === 'flat' ? '' : to
}
