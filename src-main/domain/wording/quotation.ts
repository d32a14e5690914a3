import type { WordingPack } from '../../model/wording-pack.ts'
import { sentenceAround, type Span } from './spans.ts'

export interface QuotationRules {
  readonly pairs: readonly (readonly [string, string])[]
  readonly titles: readonly [string, string]
  readonly cue: RegExp
  readonly own: RegExp
  readonly name: RegExp
  readonly falseCue: RegExp
}

const pairOf = (two: string): readonly [string, string] => [two.slice(0, 1), two.slice(1, 2)]

/** The pack's marks and expressions, ready to run. */
export const compileQuotation = (pack: WordingPack): QuotationRules => ({
  pairs: pack.quotation.pairs.map(pairOf),
  titles: pairOf(pack.quotation.titles),
  cue: new RegExp(pack.quotation.cue, 'iu'),
  own: new RegExp(pack.quotation.own, 'iu'),
  name: new RegExp(pack.quotation.name, 'iu'),
  falseCue: new RegExp(pack.negation.false, 'giu'),
})

/** The quotation around a hit, marks included; null when there is none in its sentence or paragraph. */
const enclosing = (text: string, hit: Span, [open, close]: readonly [string, string]): Span | null => {
  const paragraph = text.lastIndexOf('\n', hit.start) + 1
  if (open === close) {
    const marks: number[] = []
    for (let i = text.indexOf(open, paragraph); i !== -1; i = text.indexOf(open, i + 1)) marks.push(i)
    for (let i = 0; i + 1 < marks.length; i += 2) {
      const [start = 0, end = 0] = marks.slice(i, i + 2)
      const letters = /[a-z]'[a-z]/iu.test(text.slice(start - 1, start + 2))
      if (!letters && start < hit.start && end >= hit.end) return { start, end: end + 1 }
    }
    return null
  }
  const start = text.lastIndexOf(open, hit.start)
  if (start < paragraph || text.slice(start, hit.start).includes(close)) return null
  const end = text.indexOf(close, hit.end)
  return end === -1 || text.slice(hit.end, end).includes(open) ? null : { start, end: end + 1 }
}

/**
 * Whether a hit is somebody else's words or a title: inside 《》, or inside quotation marks in a sentence that reports,
 * warns or denies, unless the writer claims the quoted words as his own.
 */
export const isQuoted = (text: string, hit: Span, rules: QuotationRules): boolean => {
  if (enclosing(text, hit, rules.titles) !== null) return true
  for (const pair of rules.pairs) {
    const quote = enclosing(text, hit, pair)
    if (quote === null) continue
    if (rules.name.test(text.slice(quote.start + 1, quote.end - 1))) return true
    const sentence = sentenceAround(text, quote)
    const lead = text.slice(sentence.start, quote.start)
    const around = `${lead}＿${text.slice(quote.end, sentence.end)}`.replaceAll(rules.falseCue, '＿')
    if (!rules.own.test(lead) && rules.cue.test(around)) return true
  }
  return false
}
