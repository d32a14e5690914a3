import type { Figure } from '../report/figure.ts'
import type { Locale } from './locale.ts'
import { inLocale } from './locale.ts'
import { formatMoney, type MoneyStyle } from './money.ts'
import { formatCount, formatRatio, formatReturn, formatScore, formatShare } from './share.ts'

/** A figure in the format of its unit; a missing one is "—". `style` concerns money only. */
export const formatFigure = (figure: Figure, locale: Locale, style: MoneyStyle = 'detail'): string => {
  switch (figure.unit) {
    case 'fen':
      return formatMoney(figure.value, { locale, style })
    case 'return':
      return formatReturn(figure.value)
    case 'ratio':
      return formatShare(figure.value)
    case 'score':
      return formatScore(figure.value)
    case 'days':
    case 'count':
      return formatCount(figure.value)
    case 'number':
      return formatRatio(figure.value)
  }
}

/** Why a figure is missing, as a sentence out of the report's own texts; null where it has a value. */
export const reasonOf = (
  figure: Figure,
  reasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  locale: Locale,
): string | null => {
  if (figure.value !== null || figure.reason === null) return null
  const text = reasons[figure.reason]
  return text === undefined ? figure.reason : inLocale(text, locale)
}
