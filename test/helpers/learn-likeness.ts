import { readdirSync, readFileSync } from 'node:fs'
import { piecesOf } from '../../src-main/domain/wording/likeness.ts'
import { normalise } from '../../src-main/domain/wording/normalise.ts'
import { sentencesOf } from '../../src-main/domain/wording/spans.ts'
import type { WordingPack } from '../../src-main/model/wording-pack.ts'
import type { LabelledSentence } from './wording-sentences.ts'

interface Example {
  readonly violation: boolean
  readonly own: boolean
  readonly pieces: readonly string[]
}

/** Passes over the examples, first step, its decay, shrinking of weights. */
const passes = 30
const firstStep = 0.5
const decay = 0.05
const shrink = 1e-5
/** The program's own sentences are many and alike: one teaches only while its log odds are above this. */
const ownBelow = -0.5

/** A sentence as it is printed, with a sample for each figure. */
const filled = (text: string, figure: string): string =>
  text.replaceAll(/\{([^}]+)\}/g, (_, id: string) =>
    id === 'scoreWindow' ? '近三年' : /rank|peers/.test(id) ? '12' : figure,
  )

/** Every text of the packs whose sentences reach clients: innocent by definition. */
const ownTexts = (): readonly string[] => {
  const texts = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.length >= 6)
      texts.add(value).add(filled(value, '+12.34%')).add(filled(value, '12.3%')).add(filled(value, '12'))
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) walk(each)
  }
  const kinds = ['definitions', 'conclusions', 'suitability', 'questionnaires', 'stress', 'segments'].map(
    kind => `rule-packs/${kind}`,
  )
  for (const kind of [...kinds, 'texts']) {
    const folder = new URL(`../../resources/${kind}/`, import.meta.url)
    for (const name of readdirSync(folder).filter(n => n.endsWith('.json') && !n.endsWith('.schema.json')))
      walk(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  }
  return [...texts]
}

const sentences = (text: string): readonly string[] => sentencesOf(text).map(s => text.slice(s.start, s.end))

const example = (text: string, violation: boolean, own = false): Example => ({
  violation,
  own,
  pieces: [...piecesOf(text)],
})

const examplesOf = (labelled: readonly LabelledSentence[], pack: WordingPack): readonly Example[] => {
  const plain = (text: string): string => normalise(text, pack.variants).text
  const all = labelled.flatMap(each => {
    const text = plain(each.text)
    const parts = each.violation ? [] : sentences(text)
    return [example(text, each.violation), ...(parts.length > 1 ? parts.map(part => example(part, false)) : [])]
  })
  const own = ownTexts().flatMap(text => sentences(plain(text)).map(part => example(part, false, true)))
  const count = new Map<string, number>()
  for (const { pieces } of [...all, ...own]) for (const piece of pieces) count.set(piece, (count.get(piece) ?? 0) + 1)
  return [...all, ...own].map(each => ({ ...each, pieces: each.pieces.filter(piece => (count.get(piece) ?? 0) > 1) }))
}

/** In an order that mixes the files and is always the same. */
const stride = 7919

/** Weights of a logistic regression over the pieces of labelled sentences, by gradient descent; the same every time. */
export const learnLikeness = (
  labelled: readonly LabelledSentence[],
  pack: WordingPack,
): { readonly bias: number; readonly weights: ReadonlyMap<string, number> } => {
  const examples = examplesOf(labelled, pack)
  const weights = new Map<string, number>()
  let bias = 0
  for (let pass = 0; pass < passes; pass++) {
    const step = firstStep / (1 + pass * decay)
    for (let k = 0; k < examples.length; k++) {
      const one = examples[(k * stride) % examples.length]
      if (one === undefined || one.pieces.length === 0) continue
      const norm = Math.sqrt(one.pieces.length)
      const sum = one.pieces.reduce((total, piece) => total + (weights.get(piece) ?? 0), 0)
      const score = bias + sum / norm
      if (one.own && score < ownBelow) continue
      const change = ((one.violation ? 1 : 0) - 1 / (1 + Math.exp(-score))) * step
      bias += change * 0.1
      for (const piece of one.pieces) weights.set(piece, (weights.get(piece) ?? 0) * (1 - shrink) + change / norm)
    }
  }
  return { bias, weights }
}
