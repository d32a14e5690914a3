import type { BiText } from '../../model/text.ts'
import type { SegmentFacts } from '../../model/segment-facts.ts'
import type { SegmentTexts } from '../../model/segment-texts.ts'
import { formatMoney } from '../../model/format/money.ts'
import { formatShare } from '../../model/format/share.ts'
import { fill } from '../text/fill.ts'
import type { TierChange, SegmentDistance } from './segment-distances.ts'
import type { SegmentReason } from './segment-reasons.ts'
import type { StyleChange } from './style-distance.ts'

type Figure = keyof SegmentFacts

const money: ReadonlySet<Figure> = new Set(['averageAssets', 'latestAssets', 'revenue365'])
const shares: ReadonlySet<Figure> = new Set(['equityShare', 'wealthShare', 'cashShare', 'topClassShare'])

const inWords = (figure: Figure, value: number): BiText => {
  if (money.has(figure))
    return { zh: formatMoney(value, { locale: 'zh-CN' }), en: formatMoney(value, { locale: 'en' }) }
  const text = shares.has(figure)
    ? formatShare(value)
    : figure === 'turnover'
      ? value.toFixed(1)
      : String(Math.round(value))
  return { zh: text, en: text }
}

/**
 * The sentence of one reason, or null for score parts, which the screen shows as a table.
 * Texts come from the catalogue; figures are worded with their unit.
 */
export const explainReason = (reason: SegmentReason, texts: SegmentTexts): BiText | null => {
  const { phrases, figures, scores } = texts
  switch (reason.kind) {
    case 'assets': {
      const value = inWords(reason.figure, reason.value)
      const figure = figures[reason.figure]
      return reason.tier === 1 && reason.next !== null
        ? fill(phrases.assetsBelow, { figure, value, next: inWords(reason.figure, reason.next) })
        : fill(phrases.assets, { figure, value, mark: inWords(reason.figure, reason.mark) })
    }
    case 'value':
      return fill(reason.raises ? phrases.valueRaises : phrases.value, {
        figure: figures.revenue365,
        value: inWords('revenue365', reason.value),
        mark: inWords('revenue365', reason.mark),
      })
    case 'keptTier':
    case 'fell':
      return fill(phrases[reason.kind], {
        figure: figures[reason.figure],
        value: inWords(reason.figure, reason.value),
        mark: inWords(reason.figure, reason.mark),
        whole: inWords(reason.figure, reason.whole),
        keep: formatShare(reason.mark / reason.whole, 0),
      })
    case 'highest':
    case 'tie':
    case 'keptStyle':
      return fill(phrases[reason.kind], {
        score: scores[reason.style],
        other: scores[reason.against],
        value: reason.value.toFixed(reason.kind === 'keptStyle' ? 1 : 0),
        mark: reason.mark.toFixed(0),
      })
    case 'inactive':
      return reason.figure === 'averageAssets' ? phrases.inactive : null
    case 'scorePart':
      return null
  }
}

/** One change of a figure that leads to another cell. */
export const explainChange = (change: TierChange | StyleChange, texts: SegmentTexts): BiText => {
  const { phrases, figures } = texts
  if (change.figure === 'advisory') return change.delta > 0 ? phrases.sign : phrases.unsign
  const values = {
    figure: figures[change.figure],
    value: inWords(change.figure, Math.abs(change.delta)),
    from: inWords(change.figure, change.from),
  }
  if (money.has(change.figure)) return fill(change.delta > 0 ? phrases.more : phrases.less, values)
  return fill(change.delta > 0 ? phrases.gain : phrases.drop, values)
}

const join = (parts: readonly BiText[], by: BiText): BiText => ({
  zh: parts.map(p => p.zh).join(by.zh),
  en: parts.map(p => p.en).join(by.en),
})

/** What has to change to reach a neighbouring cell, in one sentence; alternatives are joined by "or". */
export const explainDistance = (distance: SegmentDistance, texts: SegmentTexts): BiText => {
  const alone = distance.changes.map(change => explainChange(change, texts))
  if (alone.length > 0) return join(alone, texts.phrases.or)
  const together = distance.kind === 'style' ? distance.together : []
  if (together.length === 0) return texts.phrases.unreachable
  return join(
    together.map(change => explainChange(change, texts)),
    texts.phrases.and,
  )
}
