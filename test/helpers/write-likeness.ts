import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { WordingPack } from '../../src-main/model/wording-pack.ts'
import { chooseThreshold } from './choose-threshold.ts'
import { learnLikeness, type Learned } from './learn-likeness.ts'
import { readPackJson } from './rule-packs.ts'
import { labelledFiles, labelledSentences, unfittedFiles } from './wording-sentences.ts'

// Run by hand after a change of the labelled sentences: `node test/helpers/write-likeness.ts`. Takes a minute or two: the
// threshold is found by learning from all files but one, once for every file. The reading is the one that the pack holds.
const name = 'wording/2026.11.4.json'
const path = new URL(`../../resources/rule-packs/${name}`, import.meta.url)
const stored = readPackJson(name)
const pack = WordingPack.parse(stored)
const labelled = labelledFiles.flatMap(labelledSentences)

/** Pieces by weight in steps of 0.05; what rounds to nothing is left out. */
const lines = ({ weights }: Learned): Readonly<Record<string, string>> => {
  const byWeight = new Map<number, string[]>()
  for (const [piece, weight] of weights) {
    const rounded = Math.round(weight * 20) / 20
    if (rounded !== 0) byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), piece])
  }
  return Object.fromEntries(
    [...byWeight]
      .toSorted(([a], [b]) => a - b)
      .map(([weight, pieces]) => [weight.toFixed(2), pieces.toSorted().join('\t')]),
  )
}

/** The pack with what was learned. */
const withLearned = (learned: Learned, sentences: number, threshold: number): unknown => ({
  ...Object(stored),
  likeness: { ...pack.likeness, sentences, bias: Number(learned.bias.toFixed(3)), threshold, weights: lines(learned) },
})

const threshold = chooseThreshold(unfittedFiles, without => {
  const others = labelledFiles.filter(file => file !== without).flatMap(labelledSentences)
  return WordingPack.parse(withLearned(learnLikeness(others, pack), others.length, 0))
})
const text = JSON.stringify(withLearned(learnLikeness(labelled, pack), labelled.length, threshold))
writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'json' }))
