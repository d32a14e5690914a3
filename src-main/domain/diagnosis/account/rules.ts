import type { RuleTest, SentenceRule, StatementRule } from '../../../model/account-conclusions-pack.ts'
import type { BiText } from '../../../model/text.ts'
import type { Statement } from '../../../model/report/account/summary.ts'
import { fill, type Phrases } from './phrases.ts'

/** Named numbers the rules of a pack look at; null is not known and passes no test. */
export type Measures = Readonly<Record<string, number | null>>

function holds(test: RuleTest, measures: Measures): boolean {
  const value = measures[test.measure]
  if (value === undefined || value === null || !Number.isFinite(value)) return false
  switch (test.op) {
    case '>':
      return value > test.value
    case '>=':
      return value >= test.value
    case '<':
      return value < test.value
    case '<=':
      return value <= test.value
    case '=':
      return value === test.value
  }
}

/** All tests of a rule; a rule without tests always holds. */
export const allHold = (tests: readonly RuleTest[], measures: Measures): boolean => tests.every(t => holds(t, measures))

/** The first sentence whose tests hold. */
export function firstSentence(rules: readonly SentenceRule[], measures: Measures, phrases: Phrases): BiText | null {
  const rule = rules.find(r => allHold(r.when, measures))
  return rule === undefined ? null : fill(rule.text, phrases)
}

/** Every sentence whose tests hold, in the order of the pack, at most `limit`. */
export const sentences = (
  rules: readonly SentenceRule[],
  measures: Measures,
  phrases: Phrases,
  limit = 6,
): readonly BiText[] =>
  rules
    .filter(r => allHold(r.when, measures))
    .slice(0, limit)
    .map(r => fill(r.text, phrases))

/** The `limit` statements of highest rank; equal ranks keep the order of the pack. */
export function statements(
  rules: readonly StatementRule[],
  measures: Measures,
  phrases: Phrases,
  groups: Readonly<Record<string, readonly string[]>>,
  limit = 3,
): readonly Statement[] {
  return rules
    .filter(r => allHold(r.when, measures))
    .map((rule, order) => ({
      rule,
      order,
      rank: rule.rank.base + rule.rank.scale * (rule.rank.measure === null ? 0 : (measures[rule.rank.measure] ?? 0)),
    }))
    .toSorted((a, b) => b.rank - a.rank || a.order - b.order)
    .slice(0, limit)
    .map(({ rule }) => ({
      rule: rule.id,
      title: fill(rule.title, phrases),
      text: fill(rule.text, phrases),
      figures: rule.figures,
      codes: rule.codes === null ? [] : (groups[rule.codes] ?? []),
    }))
}
