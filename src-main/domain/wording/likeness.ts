import type { WordingLikeness } from '../../model/wording-pack.ts'

/** Weights by piece of text, ready to add up. */
export interface Likeness {
  readonly pack: WordingLikeness
  readonly weights: ReadonlyMap<string, number>
}

const latin = /^[a-z]/u

/** Endings of English words and marks that say nothing do not count; numbers are all alike. */
const tokensOf = (text: string): readonly string[] => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\d+(?:[.,]\d+)*/gu, '0')
  const words = [...plain.matchAll(/[a-z']+|[^a-z'\s。.，,、;；!！:：()（）-]/gu)].map(([word]) =>
    word.length > 4 && latin.test(word) ? word.replace(/(?:'s|ing|ed|ly|es|s)$/u, '') : word,
  )
  return words
}

/** Whether a sentence has enough words (characters, where it is Chinese) to be judged. */
export const longEnough = (sentence: string, { pack }: Likeness): boolean => tokensOf(sentence).length >= pack.shortest

/** The runs of one to three characters (words where the text is Latin) of a sentence, each once. */
export const piecesOf = (sentence: string): ReadonlySet<string> => {
  const tokens = ['^', ...tokensOf(sentence), '$']
  const pieces = new Set<string>()
  for (let length = 1; length <= 3; length++)
    for (let i = 0; i + length <= tokens.length; i++) {
      const run = tokens.slice(i, i + length)
      pieces.add(run.join(run.some(token => latin.test(token)) ? ' ' : ''))
    }
  return pieces
}

/** Reads the weights of a pack: one line of pieces, parted by tabs, for each weight. */
export const compileLikeness = (pack: WordingLikeness): Likeness => ({
  pack,
  weights: new Map(
    Object.entries(pack.weights).flatMap(([weight, pieces]) =>
      pieces.split('\t').map(piece => [piece, Number(weight)] as const),
    ),
  ),
})

/**
 * Log odds that a sentence reads like those that must not go out: bias + sum(weight of its known pieces) / sqrt(their
 * count), a logistic regression learned from labelled sentences. Above 0: more like them than like innocent ones.
 */
export const likenessOf = (sentence: string, { pack, weights }: Likeness): number => {
  let sum = 0
  let known = 0
  for (const piece of piecesOf(sentence)) {
    const weight = weights.get(piece)
    if (weight === undefined) continue
    sum += weight
    known += 1
  }
  return pack.bias + (known === 0 ? 0 : sum / Math.sqrt(known))
}

const clauseEnd = /[，,。！？!?;；\n：:]+/u

/** The clause of a sentence that reads most like them, where the finding points. */
export const tellingClause = (
  sentence: string,
  likeness: Likeness,
): { readonly start: number; readonly end: number } => {
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
