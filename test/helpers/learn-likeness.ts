import { readdirSync, readFileSync } from 'node:fs'
import { judgedSentences } from '../../src-main/domain/wording/likeness.ts'
import { normalise } from '../../src-main/domain/wording/normalise.ts'
import { compileReading, piecesOf, type Reading } from '../../src-main/domain/wording/pieces.ts'
import type { WordingPack } from '../../src-main/model/wording-pack.ts'
import type { LabelledSentence } from './wording-sentences.ts'

interface Example {
  readonly violation: boolean
  readonly own: boolean
  readonly pieces: Int32Array
}

/** Passes over the examples, first step, its decay, shrinking of weights with each step. */
const passes = 30
const firstStep = 0.5
const decay = 0.05
const shrink = 0.02
/** The program's own sentences are many and alike: one teaches only while its log odds are above this. */
const ownBelow = -0.3

/** A sentence as it is printed, with a sample for each figure. */
const filled = (text: string, figure: string): string =>
  text.replaceAll(/\{([^}]+)\}/g, (_, id: string) =>
    id === 'scoreWindow' ? '近三年' : /rank|peers/.test(id) ? '12' : figure,
  )

/** Every text of the packs whose sentences reach clients: innocent by definition. */
const ownTexts = (): readonly string[] => {
  const texts = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.length >= 2)
      texts.add(value).add(filled(value, '+12.34%')).add(filled(value, '12.3%')).add(filled(value, '12'))
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) walk(each)
  }
  const kinds = [
    'definitions',
    'conclusions',
    'suitability',
    'questionnaires',
    'stress',
    'segments',
    'reports',
    'today',
  ].map(kind => `rule-packs/${kind}`)
  for (const kind of [...kinds, 'texts']) {
    const folder = new URL(`../../resources/${kind}/`, import.meta.url)
    for (const name of readdirSync(folder).filter(n => n.endsWith('.json') && !n.endsWith('.schema.json')))
      walk(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  }
  return [...texts]
}

/** Numbers by piece, in the order in which they are met. */
const numbering = (reading: Reading) => {
  const numbers = new Map<string, number>()
  const read = (text: string): Int32Array =>
    Int32Array.from(
      [...piecesOf(text, reading)].map(piece => {
        const number = numbers.get(piece) ?? numbers.size
        numbers.set(piece, number)
        return number
      }),
    )
  return { numbers, read }
}

type Numbering = ReturnType<typeof numbering>

const examplesOf = (
  labelled: readonly LabelledSentence[],
  pack: WordingPack,
  { read }: Numbering,
): readonly Example[] => {
  const plain = (text: string): string => normalise(text, pack.variants).text
  const end = new RegExp(pack.likeness?.reading?.sentenceEnd ?? '[。！？!?\\n]', 'giu')
  const sentences = (text: string): readonly string[] =>
    judgedSentences(text, end).map(span => text.slice(span.start, span.end))
  const example = (text: string, violation: boolean, own = false): Example => ({ violation, own, pieces: read(text) })
  const all = labelled.flatMap(each => {
    const text = plain(each.text)
    const parts = each.violation ? [] : sentences(text)
    return [example(text, each.violation), ...(parts.length > 1 ? parts.map(part => example(part, false)) : [])]
  })
  const own = new Set(ownTexts().flatMap(text => sentences(plain(text))))
  return [...all, ...[...own].map(text => example(text, false, true))]
}

/** In an order that mixes the files and is always the same. */
const stride = 7919

/** One pass of gradient descent over the examples; answers the bias. */
const onePass = (
  examples: readonly Example[],
  weights: Float64Array,
  bias: number,
  step: number,
  power: number,
): number => {
  for (let k = 0; k < examples.length; k++) {
    const one = examples[(k * stride) % examples.length]
    if (one === undefined || one.pieces.length === 0) continue
    const norm = one.pieces.length ** power
    let sum = 0
    for (const piece of one.pieces) sum += weights[piece] ?? 0
    const score = bias + sum / norm
    if (one.own && score < ownBelow) continue
    const change = ((one.violation ? 1 : 0) - 1 / (1 + Math.exp(-score))) * step
    bias += change * 0.1
    for (const piece of one.pieces) weights[piece] = (weights[piece] ?? 0) * (1 - shrink * step) + change / norm
  }
  return bias
}

export interface Learned {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

/**
 * Weights of a logistic regression over the pieces of labelled sentences: gradient descent with shrinking, the mean of
 * the second half of its passes. The same every time.
 */
export const learnLikeness = (labelled: readonly LabelledSentence[], pack: WordingPack): Learned => {
  const numbered = numbering(compileReading(pack.likeness?.reading))
  const examples = examplesOf(labelled, pack, numbered)
  const weights = new Float64Array(numbered.numbers.size)
  const mean = new Float64Array(weights.length)
  const kept = passes / 2
  let bias = 0
  let meanBias = 0
  for (let pass = 0; pass < passes; pass++) {
    bias = onePass(examples, weights, bias, firstStep / (1 + pass * decay), pack.likeness?.reading?.power ?? 0.5)
    if (pass < passes - kept) continue
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0) / kept
    meanBias += bias / kept
  }
  return {
    bias: meanBias,
    weights: new Map([...numbered.numbers].map(([piece, number]) => [piece, mean[number] ?? 0])),
  }
}
