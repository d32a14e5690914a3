import type { BiText } from '../../model/text.ts'
import {
  spellOut,
  type Edition,
  type WordingPack,
  type WordingRule,
  type WordingSeverity,
} from '../../model/wording-pack.ts'
import { compileDenial, isDenied, type DenialRules } from './denial.ts'
import { compileLikeness, judgedSentences, likenessOf, longEnough, tellingClause, type Likeness } from './likeness.ts'
import { normalise } from './normalise.ts'
import { compileQuotation, isQuoted, type QuotationRules } from './quotation.ts'
import { chunksOf, covers, overlap, sentenceAround, spansOf, type Span } from './spans.ts'

export interface WordingFinding {
  readonly rule: string
  readonly severity: WordingSeverity
  /** UTF-16 offsets in the text as given, half open. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly advice: BiText
}

interface CompiledRule {
  readonly rule: WordingRule
  readonly patterns: readonly RegExp[]
  readonly unless: readonly RegExp[]
  readonly unlessSentence: readonly RegExp[]
  readonly needs: readonly { readonly pattern: RegExp; readonly name: BiText }[]
}

interface CompiledPack {
  readonly innocent: readonly RegExp[]
  readonly rules: readonly CompiledRule[]
  readonly denial: DenialRules
  readonly quotation: QuotationRules
  readonly likeness: Likeness | null
}

const compiled = new WeakMap<WordingPack, CompiledPack>()

const compile = (pack: WordingPack): CompiledPack => {
  const known = compiled.get(pack)
  if (known !== undefined) return known
  const expression = (source: string, flags: string): RegExp => new RegExp(spellOut(source, pack.words), flags)
  const result: CompiledPack = {
    innocent: pack.innocent.map(source => expression(source, 'giu')),
    rules: pack.rules.map(rule => ({
      rule,
      patterns: rule.patterns.map(source => expression(source, 'giu')),
      unless: rule.unless.map(source => expression(source, 'giu')),
      unlessSentence: rule.unlessSentence.map(source => expression(source, 'iu')),
      needs: rule.needs.map(need => ({ pattern: new RegExp(need.pattern, 'iu'), name: need.name })),
    })),
    denial: compileDenial(pack),
    quotation: compileQuotation(pack),
    likeness: pack.likeness === undefined ? null : compileLikeness(pack.likeness),
  }
  compiled.set(pack, result)
  return result
}

interface Hit extends Span {
  readonly missing: readonly BiText[]
}

const hitsOf = (text: string, rule: CompiledRule, pack: CompiledPack): readonly Hit[] => {
  const spans = rule.patterns.flatMap(expression => spansOf(text, expression))
  if (spans.length === 0) return []
  const innocent = [...pack.innocent, ...rule.unless].flatMap(expression => spansOf(text, expression))
  const hits: Hit[] = []
  for (const span of spans) {
    if (innocent.some(phrase => covers(phrase, span))) continue
    const around = sentenceAround(text, span)
    const sentence = text.slice(around.start, around.end)
    if (rule.unlessSentence.some(expression => expression.test(sentence))) continue
    if (rule.rule.quotable && isQuoted(text, span, pack.quotation)) continue
    if (rule.rule.negatable && isDenied(text, span, pack.denial)) continue
    const missing = rule.needs.filter(need => !need.pattern.test(sentence)).map(need => need.name)
    if (rule.needs.length > 0 && missing.length === 0) continue
    hits.push({ ...span, missing })
  }
  return hits
}

/** Overlapping hits of one rule as one. */
const merge = (hits: readonly Hit[]): readonly Hit[] => {
  const merged: Hit[] = []
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last !== undefined && overlap(last, hit))
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, hit.end) }
    else merged.push(hit)
  }
  return merged
}

type Findable = Pick<WordingRule, 'id' | 'severity' | 'advice'>

const adviceOf = (rule: Findable, missing: readonly BiText[]): BiText =>
  missing.length === 0
    ? rule.advice
    : {
        zh: `${rule.advice.zh}（缺：${missing.map(m => m.zh).join('、')}）`,
        en: `${rule.advice.en} (missing: ${missing.map(m => m.en).join(', ')})`,
      }

/** Addresses and paths of files: their letters are no words. */
const address = /(?:\b[a-z]+:\/)?(?:\/[\w.~%-]+){2,}/giu

/** Clauses of sentences that read like those that must not go out, in sentences where no rule found anything. */
const likeThem = (text: string, found: readonly Span[], likeness: Likeness): readonly Hit[] =>
  judgedSentences(text, likeness.sentenceEnd).flatMap(span => {
    const sentence = text.slice(span.start, span.end).replaceAll(address, path => ' '.repeat(path.length))
    if (!longEnough(sentence, likeness) || found.some(hit => overlap(hit, span))) return []
    if (likenessOf(sentence, likeness) <= likeness.pack.threshold) return []
    const clause = tellingClause(sentence, likeness)
    return [{ start: span.start + clause.start, end: span.start + clause.end, missing: [] }]
  })

/**
 * Statements in a text that must not go out in this edition, in reading order. Denials, questions, quotations and
 * titles are not findings; a sentence without a finding that reads like those of the labelled set is one too. Characters spaced out or in traditional form are read as usual. Offsets are those of the
 * text as given. Never throws; an empty text has no findings.
 */
export const checkWording = (text: string, edition: Edition, pack: WordingPack): readonly WordingFinding[] => {
  const plain = normalise(text, pack.variants)
  const rules = compile(pack)
  const active = rules.rules.filter(each => each.rule.editions.includes(edition))
  const likeness = rules.likeness?.pack.editions.includes(edition) === true ? rules.likeness : null
  const offset = (at: number): number => plain.from[at] ?? text.length
  const finding = (rule: Findable, hit: Hit, from: number): WordingFinding => {
    const start = offset(from + hit.start)
    const last = offset(from + hit.end - 1)
    const end = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
    const { id, severity } = rule
    return { rule: id, severity, start, end, text: text.slice(start, end), advice: adviceOf(rule, hit.missing) }
  }
  return chunksOf(plain.text)
    .flatMap(chunk => {
      const part = plain.text.slice(chunk.start, chunk.end)
      const hits = active.flatMap(each => merge(hitsOf(part, each, rules)).map(hit => ({ rule: each.rule, hit })))
      const like =
        likeness === null
          ? []
          : likeThem(
              part,
              hits.map(each => each.hit),
              likeness,
            )
      return [
        ...hits.map(each => finding(each.rule, each.hit, chunk.start)),
        ...(likeness === null ? [] : like.map(hit => finding(likeness.pack, hit, chunk.start))),
      ]
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}
