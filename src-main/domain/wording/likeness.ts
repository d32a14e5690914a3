import type { WordingLikeness } from '../../model/wording-pack.ts'
import { compileReading, piecesOf, tokensOf, type Reading } from './pieces.ts'
import { sentencesOf, type Span } from './spans.ts'

/** Weights by piece of text, ready to add up. */
export interface Likeness {
  readonly pack: WordingLikeness
  readonly reading: Reading
  readonly weights: ReadonlyMap<string, number>
  /** Where a sentence ends that is judged as one; null: as everywhere. */
  readonly sentenceEnd: RegExp | null
}

/** Reads the weights of a pack: one line of pieces, parted by tabs, for each weight. */
export const compileLikeness = (pack: WordingLikeness): Likeness => ({
  pack,
  reading: compileReading(pack.reading),
  sentenceEnd: pack.reading === undefined ? null : new RegExp(pack.reading.sentenceEnd, 'giu'),
  weights: new Map(
    Object.entries(pack.weights).flatMap(([weight, pieces]) =>
      pieces.split('\t').map(piece => [piece, Number(weight)] as const),
    ),
  ),
})

/** The sentences of a text that are judged one by one. */
export const judgedSentences = (text: string, end: RegExp | null): readonly Span[] => {
  if (end === null) return sentencesOf(text)
  const ends = [...text.matchAll(end)].map(found => found.index + found[0].length)
  const starts = [0, ...ends.filter(at => at < text.length)]
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length })).filter(s => s.end > s.start)
}

/** Whether a sentence says enough to be judged: characters, of which a Latin word counts as two where the pack has a reading. */
export const longEnough = (sentence: string, { pack }: Likeness): boolean => {
  const tokens = tokensOf(sentence)
  const words = pack.reading === undefined ? 0 : tokens.filter(token => /^[a-z]/u.test(token)).length
  return tokens.length + words >= pack.shortest
}

/**
 * Log odds that a sentence reads like those that must not go out: bias + sum(weight of its known pieces) / their
 * count ^ power, a logistic regression learned from labelled sentences. Above 0: more like them than like innocent ones.
 */
export const likenessOf = (sentence: string, { pack, reading, weights }: Likeness): number => {
  let sum = 0
  let known = 0
  for (const piece of piecesOf(sentence, reading)) {
    const weight = weights.get(piece)
    if (weight === undefined) continue
    sum += weight
    known += 1
  }
  return pack.bias + (known === 0 ? 0 : sum / known ** (pack.reading?.power ?? 0.5))
}

const clauseEnd = /[，,。！？!?;；\n：:]+/u

/** The clause of a sentence that reads most like them, where the finding points. */
export const tellingClause = (sentence: string, likeness: Likeness): Span => {
  let best = { start: 0, end: sentence.length, score: Number.NEGATIVE_INFINITY }
  let at = 0
  for (const clause of sentence.split(clauseEnd)) {
    const start = sentence.indexOf(clause, at)
    at = start + clause.length
    const score = likenessOf(clause, likeness)
    if (clause.trim().length > 1 && score > best.score) best = { start, end: at, score }
  }
  const text = sentence.slice(best.start, best.end)
  const lead = text.length - text.trimStart().length
  return { start: best.start + lead, end: best.start + lead + text.trim().length }
}
