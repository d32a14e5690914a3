import { grouped, type Locale } from './locale.ts'

const YUAN = 100
const WAN = 10_000
const YI = 100_000_000

export interface MoneyStyle {
  readonly locale: Locale
  /** `list` rounds 万 to whole numbers, `detail` keeps two decimals. */
  readonly style?: 'list' | 'detail'
}

/**
 * Money in fen as words of the screen: 8,320元, 1,046.38万, 4.39亿; in English thousands of yuan with a k.
 * Source: visual language, Formats.
 */
export const formatMoney = (fen: number, { locale, style = 'detail' }: MoneyStyle): string => {
  const yuan = fen / YUAN
  const size = Math.abs(Math.round(yuan))
  if (locale === 'en')
    return size < WAN ? `¥${grouped(yuan, 0)}` : `¥${grouped(yuan / 1000, style === 'list' ? 0 : 1)}k`
  if (size < WAN) return `${grouped(yuan, 0)}元`
  if (size < YI) return `${grouped(yuan / WAN, style === 'list' ? 0 : 2)}万`
  return `${grouped(yuan / YI, 2)}亿`
}

/** Fen in a column whose header names the unit: 万 with two decimals, or thousands. */
export const formatMoneyColumn = (fen: number, { locale, style = 'detail' }: MoneyStyle): string =>
  locale === 'en'
    ? grouped(fen / YUAN / 1000, style === 'list' ? 0 : 1)
    : grouped(fen / YUAN / WAN, style === 'list' ? 0 : 2)
