import type { Locale } from './locale.ts'
import { formatNumber, formatSigned, MISSING } from './number.ts'

/**
 * `list`: `1,046万` · `detail`: `1,046.38万` · `report`: `1,046.38 万元`; under 1万 always `8,320元`, from 1亿 `4.39亿`.
 * English counts in thousands: `¥10,464k`, `¥10,463.8k`, from 1亿 in millions: `¥439.0m`, from ten of them `¥4.39bn`; in
 * the sentences of reports in millions from the first: `¥10.46m`. The sign stands before the currency. Rounded to yuan before
 * the unit is chosen.
 */
export type MoneyStyle = 'list' | 'detail' | 'report'
export type MoneyOptions = { readonly locale: Locale; readonly style?: MoneyStyle; readonly signed?: boolean }

const WAN = 1e4
const YI = 1e8
const BILLION = 1e9

const chinese = (yuan: number, style: MoneyStyle, print: (n: number, digits: number) => string): string => {
  const size = Math.abs(Math.round(yuan))
  const tail = style === 'report' ? '元' : ''
  const gap = style === 'report' ? ' ' : ''
  if (size < WAN) return `${print(yuan, 0)}${gap}元`
  if (size < YI) return `${print(yuan / WAN, style === 'list' ? 0 : 2)}${gap}万${tail}`
  return `${print(yuan / YI, 2)}${gap}亿${tail}`
}

const MILLION = 1e6
/** From here a thousand thousands would print. */
const NEAR_MILLION = 999_950

const english = (yuan: number, style: MoneyStyle, print: (n: number, digits: number) => string): string => {
  const size = Math.abs(Math.round(yuan))
  const inMillions = style === 'report' ? NEAR_MILLION : YI
  const [figure, unit] =
    size < WAN
      ? [print(yuan, 0), '']
      : size < inMillions
        ? [print(yuan / 1e3, style === 'list' ? 0 : 1), 'k']
        : size < BILLION
          ? [print(yuan / MILLION, size < YI ? 2 : 1), 'm']
          : [print(yuan / BILLION, 2), 'bn']
  return `${figure.replace(/^[+−]?/, sign => `${sign}¥`)}${unit}`
}

/** Money of any size with its unit; `signed` puts a plus on gains. */
export const formatMoney = (fen: number | null, options: MoneyOptions): string => {
  if (fen === null || !Number.isFinite(fen)) return MISSING
  const print = options.signed === true ? formatSigned : formatNumber
  const write = options.locale === 'en' ? english : chinese
  return write(fen / 100, options.style ?? 'detail', print)
}

/** Fen in one unit of `moneyUnit`: 万元, in English thousands of yuan. */
const fenPerUnit = (locale: Locale): number => (locale === 'en' ? 1e5 : 1e6)

/** Unit of a column of money, for its header. */
export const moneyUnit = (locale: Locale): string => (locale === 'en' ? '¥k' : '万元')

/** Money for a column that names its unit in the header: `1,046.38`. */
export const formatMoneyPlain = (fen: number | null, locale: Locale, digits = 2): string =>
  formatNumber(fen === null ? null : fen / fenPerUnit(locale), digits)

/** As formatMoneyPlain with a plus on gains: `+130.4`. */
export const formatMoneyPlainSigned = (fen: number | null, locale: Locale, digits = 2): string =>
  formatSigned(fen === null ? null : fen / fenPerUnit(locale), digits)

/** Unit of large amounts that stand beside each other: 亿元, in English millions of yuan. */
export const largeMoneyUnit = (locale: Locale): string => (locale === 'en' ? '¥m' : '亿元')

/** Fen in one unit of `largeMoneyUnit`. */
export const fenPerLargeUnit = (locale: Locale): number => (locale === 'en' ? 1e8 : 1e10)

/** Money where `largeMoneyUnit` is named beside it: `19.65`, in English `1,965.0`. */
export const formatLargeMoneyPlain = (fen: number | null, locale: Locale): string =>
  formatNumber(fen === null ? null : fen / fenPerLargeUnit(locale), locale === 'en' ? 1 : 2)

/** Decimals for a whole column of money: two, none once an amount has five figures or more before the point. */
export const columnDigits = (column: readonly (number | null)[], locale: Locale): 0 | 2 =>
  column.some(fen => fen !== null && Math.abs(fen) / fenPerUnit(locale) >= 9999.995) ? 0 : 2
