import type { WordingPack } from '../../model/wording-pack.ts'
import { clauseStart, sentenceAround, type Span } from './spans.ts'

export interface DenialRules {
  readonly strong: readonly RegExp[]
  readonly weak: RegExp
  readonly reach: number
  readonly false: RegExp
  readonly rhetorical: RegExp
  readonly after: RegExp
  readonly warning: RegExp
  readonly question: RegExp
  readonly questionAfter: RegExp
}

/** The pack's expressions, ready to run. */
export const compileDenial = (pack: WordingPack): DenialRules => {
  const n = pack.negation
  return {
    strong: n.strong.map(source => new RegExp(source, 'iu')),
    weak: new RegExp(n.weak, 'giu'),
    reach: n.reach,
    false: new RegExp(n.false, 'giu'),
    rhetorical: new RegExp(n.rhetorical, 'iu'),
    after: new RegExp(n.after, 'iu'),
    warning: new RegExp(n.warning, 'iu'),
    question: new RegExp(n.question, 'iu'),
    questionAfter: new RegExp(n.questionAfter, 'iu'),
  }
}

/**
 * Whether a hit is denied, warned against or only asked about: a prohibition before it in the sentence, an odd number
 * of plain negations close before it in its clause, a denial right after it, or a question about it.
 */
export const isDenied = (text: string, hit: Span, rules: DenialRules): boolean => {
  const sentence = sentenceAround(text, hit)
  const lead = text.slice(sentence.start, hit.start).replaceAll(rules.false, m => '＿'.repeat(m.length))
  const tail = text.slice(hit.end, sentence.end)
  const whole = text.slice(sentence.start, sentence.end)
  if (rules.rhetorical.test(whole)) return false
  if (rules.warning.test(whole)) return true
  const clause = lead.slice(Math.max(0, clauseStart(text, hit.start) - sentence.start))
  if (rules.strong.some(expression => expression.test(clause))) return true
  const close = clause.slice(-rules.reach)
  if ([...close.matchAll(rules.weak)].length % 2 === 1) return true
  if (rules.after.test(tail)) return true
  return rules.question.test(clause) || rules.questionAfter.test(tail)
}
