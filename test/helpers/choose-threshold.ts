import { checkWording } from '../../src-main/domain/wording/check-wording.ts'
import { compileLikeness, judgedSentences, likenessOf, longEnough } from '../../src-main/domain/wording/likeness.ts'
import { normalise } from '../../src-main/domain/wording/normalise.ts'
import type { WordingPack } from '../../src-main/model/wording-pack.ts'
import { labelledSentences } from './wording-sentences.ts'

interface Judged {
  readonly violation: boolean
  /** Found by a named rule, whatever the threshold. */
  readonly named: boolean
  /** Highest log odds of its sentences. */
  readonly score: number
}

const judge = (file: string, pack: WordingPack): readonly Judged[] => {
  const { likeness: stored, ...named } = pack
  if (stored === undefined) throw new Error('the pack holds no likeness')
  const likeness = compileLikeness(stored)
  return labelledSentences(file).map(({ text, edition, violation }) => {
    const plain = normalise(text, pack.variants).text
    const scores = judgedSentences(plain, likeness.sentenceEnd)
      .map(span => plain.slice(span.start, span.end))
      .filter(sentence => longEnough(sentence, likeness))
      .map(sentence => likenessOf(sentence, likeness))
    const score = edition === 'client' ? Math.max(Number.NEGATIVE_INFINITY, ...scores) : Number.NEGATIVE_INFINITY
    return { violation, named: checkWording(text, edition, named).length > 0, score }
  })
}

const figures = (all: readonly Judged[], threshold: number) => {
  const hit = all.filter(each => each.named || each.score > threshold)
  const found = hit.filter(each => each.violation).length
  return { precision: found / hit.length, recall: found / all.filter(each => each.violation).length }
}

/**
 * The threshold at which precision and recall are nearest to each other, since both are wanted alike: over all files,
 * each judged by a pack that was learned without it.
 */
export const chooseThreshold = (files: readonly string[], learnedWithout: (file: string) => WordingPack): number => {
  const all = files.flatMap(file => judge(file, learnedWithout(file)))
  const apart = (threshold: number): number => {
    const { precision, recall } = figures(all, threshold)
    return Math.abs(precision - recall)
  }
  const candidates = Array.from({ length: 61 }, (_, i) => (i - 20) / 20)
  const [best = 0] = candidates.toSorted((a, b) => apart(a) - apart(b))
  for (const threshold of [best - 0.2, best, best + 0.2]) {
    const { precision, recall } = figures(all, threshold)
    console.log(`threshold ${threshold.toFixed(2)}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
  }
  return best
}
