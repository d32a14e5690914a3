import { marketWord } from '../../../model/format/market-word.ts'
import { formatMoney } from '../../../model/format/money.ts'
import { formatNumber } from '../../../model/format/number.ts'
import { formatPoints, formatRatio, formatReturn, formatShare } from '../../../model/format/share.ts'
import type { BiText } from '../../../model/text.ts'
import { chooseForms } from '../../text/fill.ts'

/** A finished phrase in both languages. */
export type Phrase = BiText
export type Phrases = Readonly<Record<string, Phrase>>

const both = (text: string): Phrase => ({ zh: text, en: text })

export const text = both
/** Missing values print a dash, never 0. */
const dash = both('—')

const known = (value: number | null, make: (v: number) => Phrase): Phrase => (value === null ? dash : make(value))

/** Money in fen, without its sign. */
export const money = (fen: number | null): Phrase =>
  known(fen, v => ({
    zh: formatMoney(Math.abs(v), { locale: 'zh-CN', style: 'report' }),
    en: formatMoney(Math.abs(v), { locale: 'en', style: 'report' }),
  }))
export const share = (value: number | null): Phrase => known(value, v => both(formatShare(v)))
/** A yearly fee needs its second decimal. */
export const rate = (value: number | null): Phrase => known(value, v => both(formatShare(v, 2)))
export const signedReturn = (value: number | null): Phrase => known(value, v => both(formatReturn(v)))
/** Absolute difference of two shares, in points. */
export const points = (value: number | null): Phrase =>
  known(value, v => both(formatPoints(Math.abs(v)).replace('+', '')))
export const ratio = (value: number | null): Phrase => known(value, v => both(formatRatio(v)))
export const whole = (value: number | null): Phrase => known(value, v => both(formatNumber(v, 0)))

/** At most `limit` names, the rest counted. */
export function names(all: readonly string[], limit = 2): Phrase {
  const first = all.slice(0, limit)
  const rest = all.length - first.length
  const zh = first.join('、')
  const en = first.map(name => marketWord(name, 'en')).join(', ')
  return rest <= 0 ? { zh, en } : { zh: `${zh}等 ${all.length} 项`, en: `${en} and ${rest} more` }
}

/** Replaces `{name}` by the phrase of that name; an unknown name stays visible, so that a pack's mistake is seen. */
export function fill(template: BiText, phrases: Phrases): BiText {
  const put = (source: string, language: 'zh' | 'en') =>
    chooseForms(source, name => phrases[name]?.[language]).replace(
      /\{(\w+)\}/g,
      (all, name: string) => phrases[name]?.[language] ?? all,
    )
  return { zh: put(template.zh, 'zh'), en: put(template.en, 'en') }
}
