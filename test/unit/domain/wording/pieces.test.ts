import { describe, expect, it } from 'vitest'
import { compileLikeness, judgedSentences, likenessOf } from '../../../../src-main/domain/wording/likeness.ts'
import { compileReading, piecesOf } from '../../../../src-main/domain/wording/pieces.ts'
import { defaultWordingPack } from '../../../helpers/rule-packs.ts'

const reading = compileReading({
  longest: 2,
  power: 0.5,
  sentenceEnd: '。',
  kinds: { neg: '不|\\bnot\\b', loss: '亏|\\blos(?:e|s)\\b' },
})

const kinds = (text: string) => [...piecesOf(text, reading)].filter(piece => piece.startsWith('#'))

describe('pieces of a sentence', () => {
  it('are runs of characters and words, numbers all alike, words without their endings', () => {
    const pieces = piecesOf('赚12.5% earning', reading)
    expect(pieces).toEqual(new Set(['^', '赚', '0', '%', 'earn', '$', '^赚', '赚0', '0%', '% earn', 'earn $']))
  })

  it('name kinds of words, and pairs of them in their order within one clause only', () => {
    expect(kinds('不亏')).toEqual(['#neg', '#neg>loss', '#loss'])
    expect(kinds('亏不了')).toEqual(['#loss', '#loss>neg', '#neg'])
    expect(kinds('不急，会亏')).toEqual(['#neg', '#loss'])
    expect(kinds('You will not lose')).toEqual(['#neg', '#neg>loss', '#loss'])
  })
})

describe('a pack without a reading', () => {
  it('is read as it was: runs of three, sentences as everywhere, the root of the count', () => {
    const { likeness } = defaultWordingPack()
    if (likeness === undefined) throw new Error('no likeness')
    const { reading: _, ...before } = likeness
    const old = compileLikeness({ ...before, bias: -1, weights: { '2.00': '甲乙丙\t甲', '-9.00': '甲乙丙丁\t#loss' } })
    expect(likenessOf('甲乙丙丁亏', old)).toBeCloseTo(-1 + 4 / Math.sqrt(2), 12)
    expect(judgedSentences('一；二。', old.sentenceEnd)).toHaveLength(2)
  })
})

it('a sentence is judged to its full stop, closing text without one too', () => {
  const text = '一；二。三\n四'
  const spans = judgedSentences(text, /[。\n]/gu)
  expect(spans.map(span => text.slice(span.start, span.end))).toEqual(['一；二。', '三\n', '四'])
  expect(judgedSentences('', /。/gu)).toEqual([])
})
