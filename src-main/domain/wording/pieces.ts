import type { WordingReading } from '../../model/wording-pack.ts'
import { spansOf } from './spans.ts'

/** How a sentence is cut into pieces, ready to run. */
export interface Reading {
  readonly longest: number
  readonly kinds: readonly (readonly [string, RegExp])[]
}

const plainReading: Reading = { longest: 3, kinds: [] }

/** The reading of a pack; packs before 2026.11.3 have none and are read in runs of one to three. */
export const compileReading = (reading: WordingReading | undefined): Reading =>
  reading === undefined
    ? plainReading
    : {
        longest: reading.longest,
        kinds: Object.entries(reading.kinds).map(([name, source]) => [name, new RegExp(source, 'giu')]),
      }

const latin = /^[a-z]/u
const clauseEnd = /[，,。！!;；\n：:]+|[.?？](?=\s|$)/u

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Characters, and words where the text is Latin, without their endings; marks that say nothing do not count, numbers are all alike. */
export const tokensOf = (text: string): readonly string[] => {
  const words = plain(text)
    .replaceAll(/\d+(?:[.,]\d+)*/gu, '0')
    .matchAll(/[a-z']+|[^a-z'\s。.，,、;；!！:：()（）-]/gu)
  return [...words].map(([word]) =>
    word.length > 4 && latin.test(word) ? word.replace(/(?:'s|ing|ed|ly|es|s)$/u, '') : word,
  )
}

const runsOf = (text: string, longest: number, pieces: Set<string>): void => {
  const tokens = ['^', ...tokensOf(text), '$']
  for (let length = 1; length <= longest; length++)
    for (let i = 0; i + length <= tokens.length; i++) {
      const run = tokens.slice(i, i + length)
      const words = run.some(token => latin.test(token))
      // four words in a row are hardly ever met twice
      if (!words || length <= 3) pieces.add(run.join(words ? ' ' : ''))
    }
}

/** The kinds of words of one clause in their order. */
const kindsOf = (clause: string, kinds: Reading['kinds']): readonly string[] =>
  kinds
    .flatMap(([name, pattern]) => spansOf(clause, pattern).map(({ start }) => [start, name] as const))
    .toSorted(([a], [b]) => a - b)
    .map(([, name]) => name)

const pairsOf = (text: string, kinds: Reading['kinds'], pieces: Set<string>): void => {
  for (const clause of plain(text).split(clauseEnd)) {
    const found = kindsOf(clause, kinds)
    for (const [i, first] of found.entries()) {
      pieces.add(`#${first}`)
      for (const second of found.slice(i + 1)) if (second !== first) pieces.add(`#${first}>${second}`)
    }
  }
}

/**
 * What a sentence is judged by, each once: its runs of characters or words, the kinds of words it holds (`#loss`), and
 * the pairs of kinds within one clause in their order (`#neg>loss`), so that a sentence of new words that says a known
 * thing is known too.
 */
export const piecesOf = (sentence: string, { longest, kinds }: Reading): ReadonlySet<string> => {
  const pieces = new Set<string>()
  runsOf(sentence, longest, pieces)
  if (kinds.length > 0) pairsOf(sentence, kinds, pieces)
  return pieces
}
