import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { WordingPack } from '../../src-main/model/wording-pack.ts'
import { learnLikeness } from './learn-likeness.ts'
import { readPackJson } from './rule-packs.ts'
import { labelledFiles, labelledSentences } from './wording-sentences.ts'

// Run by hand after a change of the labelled sentences: `node test/helpers/write-likeness.ts`.
const path = new URL('../../resources/rule-packs/wording/2026.11.2.json', import.meta.url)
const stored = readPackJson('wording/2026.11.2.json')
const pack = WordingPack.parse(stored)
const labelled = labelledFiles.flatMap(labelledSentences)
const learned = learnLikeness(labelled, pack)

const byWeight = new Map<number, string[]>()
for (const [piece, weight] of learned.weights) {
  const rounded = Math.round(weight * 20) / 20
  if (rounded !== 0) byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), piece])
}
const weights = Object.fromEntries(
  [...byWeight]
    .toSorted(([a], [b]) => a - b)
    .map(([weight, pieces]) => [weight.toFixed(2), pieces.toSorted().join('\t')]),
)
const likeness = {
  id: 'likeness',
  severity: 'warning',
  editions: ['client'],
  origin: {
    zh: '由本程序标注的例句学得（逻辑回归），非监管用语；可由机构用自己的例句重新学习。',
    en: 'Learned by logistic regression from sentences labelled by the makers of this program; a firm may learn its own.',
  },
  sentences: labelled.length,
  shortest: 6,
  bias: Number(learned.bias.toFixed(3)),
  threshold: Number(process.argv[2] ?? 0.4),
  weights,
  advice: {
    zh: '这一句读起来像承诺、预测、催促或隐瞒风险，但未命中具体规则；改为陈述事实、来源和风险。',
    en: 'This sentence reads like a promise, a forecast, pressure or a hidden risk, though no rule names it; state facts, source and risk instead.',
  },
  source: '标注例句（待机构核对）',
}
const text = JSON.stringify({ ...Object(stored), likeness })
const options = await resolveConfig(path)
writeFileSync(path, await format(text, { ...options, parser: 'json' }))
