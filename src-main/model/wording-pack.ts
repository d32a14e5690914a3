import { z } from 'zod'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

/** 对客版 or 内部版. */
export const Edition = z.enum(['client', 'internal'])
export type Edition = z.infer<typeof Edition>

const compiles = (source: string): boolean => {
  try {
    return new RegExp(source, 'giu') instanceof RegExp
  } catch {
    return false
  }
}

/** Puts the words of the pack in the places of their names: `{promise}` becomes all verbs of promising. */
export const spellOut = (pattern: string, words: Readonly<Record<string, readonly string[]>>): string =>
  pattern.replaceAll(/\{([a-z][A-Za-z]*)\}/g, (whole, name: string) => {
    const list = words[name]
    return list === undefined ? whole : `(?:${list.join('|')})`
  })

/** Source of a regular expression (flags `iu`), run over the normalised text. */
const Pattern = z.string().min(1).refine(compiles, 'not a valid regular expression')

/** The same, with `{name}` for the words of that name. */
const WordPattern = z.string().min(1)

export const WordingSeverity = z.enum(['error', 'warning'])
export type WordingSeverity = z.infer<typeof WordingSeverity>

export const WordingRule = z
  .strictObject({
    id: z.string().min(1),
    severity: WordingSeverity,
    editions: z.array(Edition).min(1).readonly(),
    patterns: z.array(WordPattern).min(1).readonly(),
    /** Longer phrases that make a hit inside them innocent. */
    unless: z.array(WordPattern).readonly(),
    /** Anywhere in the sentence. */
    unlessSentence: z.array(WordPattern).readonly(),
    /** What the sentence must state beside the hit; all there is no finding. */
    needs: z.array(z.strictObject({ pattern: Pattern, name: BiText }).readonly()).readonly(),
    /** A denied statement is no finding. */
    negatable: z.boolean(),
    /** A reported one neither. */
    quotable: z.boolean(),
    advice: BiText,
    source: z.string().min(1),
  })
  .readonly()
export type WordingRule = z.infer<typeof WordingRule>

/** How a sentence is cut into the pieces that have weights. */
export const WordingReading = z
  .strictObject({
    /** Longest run of characters; of words it is three at most. */
    longest: z.int().min(1).max(6),
    /** The sum of weights is divided by the count of known pieces to this power. */
    power: z.number().min(0).max(1),
    /** Where a sentence ends that is judged as one. */
    sentenceEnd: Pattern,
    /** Kinds of words by name: their expressions, run over the text in small letters. */
    kinds: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), Pattern).readonly(),
  })
  .readonly()
export type WordingReading = z.infer<typeof WordingReading>

/**
 * How much a sentence reads like those that must not go out, learned from labelled sentences: a net for turns of phrase
 * that no rule names. Weights are those of a logistic regression over runs of characters or words.
 */
export const WordingLikeness = z
  .strictObject({
    /** Name of the finding. */
    id: z.string().min(1),
    severity: WordingSeverity,
    editions: z.array(Edition).min(1).readonly(),
    /** Where the weights come from. */
    origin: BiText,
    /** Labelled sentences it was learned from. */
    sentences: z.int().positive(),
    /** Shorter sentences say too little to be judged: in characters and words; with a reading a word counts as two. */
    shortest: z.int().min(1),
    bias: z.number(),
    /** Left out: runs of one to three, none of the rest. */
    reading: WordingReading.optional(),
    /** Log odds from which a sentence is a finding. */
    threshold: z.number(),
    /** By weight: its pieces of text, parted by tabs. */
    weights: z.record(z.string().regex(/^-?\d+(?:\.\d+)?$/), z.string().min(1)).readonly(),
    advice: BiText,
    source: z.string().min(1),
  })
  .readonly()
export type WordingLikeness = z.infer<typeof WordingLikeness>

/** Words that must not reach a client, and how denials and quotations are told from statements. */
export const WordingPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('wording'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    name: BiText,
    origin: BiText,
    /** Characters read as others, e.g. traditional as simplified. */
    variants: z.record(z.string().min(1), z.string().min(1)).readonly(),
    /** Words that mean alike, by a name that patterns of the rules may use. */
    words: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), z.array(Pattern).min(1).readonly()).readonly(),
    /** Phrases and names in which no rule of this pack finds anything. */
    innocent: z.array(WordPattern).readonly(),
    negation: z
      .strictObject({
        strong: z.array(Pattern).readonly(),
        weak: Pattern,
        /** Characters between a weak negation and what it denies. */
        reach: z.int().min(0).max(60),
        false: Pattern,
        rhetorical: Pattern,
        after: Pattern,
        /** Anywhere in the sentence: it warns of what it names. */
        warning: Pattern,
        question: Pattern,
        questionAfter: Pattern,
      })
      .readonly(),
    quotation: z
      .strictObject({
        pairs: z.array(z.string().length(2)).readonly(),
        titles: z.string().length(2),
        cue: Pattern,
        own: Pattern,
        /** What a quoted text looks like that is the name of a product. */
        name: Pattern,
      })
      .readonly(),
    /** A document that speaks of performance must carry the notice. */
    document: z.strictObject({ performance: Pattern, notice: Pattern, advice: BiText }).readonly(),
    rules: z.array(WordingRule).min(1).readonly(),
    likeness: WordingLikeness.optional(),
  })
  .superRefine((pack, context) => {
    const all = [
      ...pack.innocent,
      ...pack.rules.flatMap(rule => [...rule.patterns, ...rule.unless, ...rule.unlessSentence]),
    ]
    for (const pattern of all)
      if (!compiles(spellOut(pattern, pack.words)))
        context.addIssue({ code: 'custom', message: `not a valid regular expression, or an unknown word: ${pattern}` })
  })
  .readonly()
export type WordingPack = z.infer<typeof WordingPack>
