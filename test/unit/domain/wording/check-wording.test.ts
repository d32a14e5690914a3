import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWording } from '../../../../src-main/domain/wording/check-wording.ts'
import type { Edition } from '../../../../src-main/model/wording-pack.ts'
import { learnLikeness } from '../../../helpers/learn-likeness.ts'
import { defaultWordingPack } from '../../../helpers/rule-packs.ts'
import {
  labelledFiles,
  labelledSentences,
  untouchedFiles,
  type LabelledSentence,
} from '../../../helpers/wording-sentences.ts'

const pack = defaultWordingPack()

/** Floors of the untouched sets: what they measured, rounded down. */
const reached: Readonly<Record<string, { readonly precision: number; readonly recall: number }>> = {
  'untouched-4.tsv': { precision: 0.87, recall: 0.92 },
}

const everyday = 'untouched-everyday.tsv'

interface Measured {
  readonly precision: number
  readonly recall: number
}

const measure = (name: string, sentences: readonly LabelledSentence[]): Measured => {
  const count = { found: 0, missed: 0, wrong: 0, clean: 0 }
  for (const { text, edition, violation } of sentences) {
    const hit = rulesOf(text, edition).length > 0
    count[hit ? (violation ? 'found' : 'wrong') : violation ? 'missed' : 'clean'] += 1
  }
  const precision = count.found / (count.found + count.wrong)
  const recall = count.found / (count.found + count.missed)
  console.log(
    `wording, ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${JSON.stringify(count)}`,
  )
  return { precision, recall }
}

const rulesOf = (text: string, edition: Edition = 'client'): readonly string[] =>
  checkWording(text, edition, pack).map(finding => finding.rule)

describe('the labelled sentences', () => {
  it('number at least 300, violations and innocent ones, each once', () => {
    const all = [...labelledFiles, ...untouchedFiles].flatMap(labelledSentences)
    expect(all.length).toBeGreaterThanOrEqual(300)
    expect(new Set(all.map(s => s.text)).size).toBe(all.length)
    expect(all.filter(s => s.violation).length).toBeGreaterThan(all.length / 3)
    expect(all.filter(s => !s.violation).length).toBeGreaterThan(all.length / 3)
  })

  it('are told apart with precision and recall of at least 0.97', () => {
    for (const file of labelledFiles) measure(file, labelledSentences(file))
    const all = measure('labelled set', labelledFiles.flatMap(labelledSentences))
    expect(all.precision).toBeGreaterThanOrEqual(0.97)
    expect(all.recall).toBeGreaterThanOrEqual(0.97)
  })

  it('that nothing was fitted to are measured apart; the check must not fall behind what it reached', () => {
    for (const file of untouchedFiles.filter(each => each !== everyday)) {
      const fresh = measure(file, labelledSentences(file))
      expect(fresh.precision).toBeGreaterThanOrEqual(reached[file]?.precision ?? 1)
      expect(fresh.recall).toBeGreaterThanOrEqual(reached[file]?.recall ?? 1)
    }
  })
})

it('lines of everyday mail that nothing was made from are hardly ever stopped', () => {
  const stopped = labelledSentences(everyday).filter(({ text, edition }) => rulesOf(text, edition).length > 0)
  console.log(`wording, ${everyday}: ${stopped.length} stopped`)
  expect(stopped.length).toBeLessThanOrEqual(2)
})

describe('the learned weights', () => {
  it('are those that the labelled sentences give', () => {
    const learned = learnLikeness(labelledFiles.flatMap(labelledSentences), pack)
    const stored = Object.entries(pack.likeness?.weights ?? {}).flatMap(([weight, pieces]) =>
      pieces.split('\t').map(piece => [piece, Number(weight)] as const),
    )
    // texts of the program, which are innocent ones too, may have changed since
    const heavy = stored.toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, 1_000)
    const astray = heavy.filter(([piece, weight]) => Math.abs(weight - (learned.weights.get(piece) ?? 0)) > 0.5)
    expect(heavy).toHaveLength(1_000)
    expect(astray.length).toBeLessThan(20)
    expect(pack.likeness?.sentences).toBe(labelledFiles.flatMap(labelledSentences).length)
  })

  it('speak where no rule does, of the telling clause, in the client edition only', () => {
    const text = '关于您上次的问题，答复如下。您尽管把钱搬来，到时候笑着数就行。'
    const found = checkWording(text, 'client', pack)
    expect(found.map(each => each.rule)).toEqual(['likeness'])
    expect(found[0]?.start).toBeGreaterThanOrEqual(text.indexOf('您尽管'))
    expect(checkWording(text, 'internal', pack)).toEqual([])
  })

  it('may be left out of a pack', () => {
    const { likeness: _, ...rules } = pack
    expect(checkWording('您尽管把钱搬来，到时候笑着数就行。', 'client', rules)).toEqual([])
  })
})

describe('a finding', () => {
  it('points at the words in the text as given', () => {
    const text = '您好！😀 本产品保 本保收益，欢迎咨询。'
    const [finding] = checkWording(text, 'client', pack)
    expect(finding).toMatchObject({ rule: 'guarantee', severity: 'error' })
    expect(text.slice(finding?.start, finding?.end)).toBe('保 本保收益')
    expect(finding?.text).toBe('保 本保收益')
  })

  it('names what a ranking lacks', () => {
    const [finding] = checkWording('晨星：同类排名第3名', 'client', pack)
    expect(finding?.advice.zh).toContain('缺：截止日期、类别、参评数量')
  })

  it('comes once for overlapping hits of one rule', () => {
    expect(rulesOf('本产品保本保息。')).toEqual(['guarantee'])
  })
})

describe('denials, quotations and titles', () => {
  it.each([
    '本产品不保本。',
    '我们不承诺保本。',
    '本产品不承诺保本，也不保证收益。',
    '销售人员说“这是保本的”，请不要相信。',
    '《关于保本基金的指导意见》已废止。',
    '过往业绩不预示未来表现。',
    '产品是否保本？',
  ])('%s is innocent', text => {
    expect(rulesOf(text)).toEqual([])
  })

  it.each(['本产品不仅保本，而且收益高。', '不用担心，本产品保本。', '难道还不保本吗？', '我们做到真正的“保本”。'])(
    '%s is not',
    text => {
      expect(rulesOf(text)).toContain('guarantee')
    },
  )
})

describe('editions', () => {
  it('shows rankings, short periods and probabilities to colleagues only', () => {
    const text = '近一个月收益率3.2%，同类排名12/305，正收益概率71%。'
    expect(new Set(rulesOf(text))).toEqual(new Set(['shortPeriod', 'ranking', 'probability']))
    expect(rulesOf(text, 'internal')).toEqual([])
  })

  it('forbids promises in both', () => {
    expect(rulesOf('保证收益8%', 'internal')).toContain('guarantee')
  })
})

describe('our own texts', () => {
  it.each([
    'rule-packs/definitions',
    'rule-packs/conclusions',
    'rule-packs/suitability',
    'rule-packs/questionnaires',
    'rule-packs/reports',
    'rule-packs/stress',
    'rule-packs/today',
    'texts',
  ])('%s that reach clients have no finding', kind => {
    const found: string[] = []
    const walk = (value: unknown): void => {
      if (typeof value === 'string')
        found.push(...checkWording(value, 'client', pack).map(f => `${f.rule}: ${f.text} in ${value}`))
      else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) walk(each)
    }
    const packs = new URL(`../../../../resources/${kind}/`, import.meta.url)
    for (const name of readdirSync(packs).filter(n => n.endsWith('.json') && !n.endsWith('.schema.json')))
      walk(JSON.parse(readFileSync(new URL(name, packs), 'utf8')))
    expect(found).toEqual([])
  })
})

describe('any text', () => {
  it('is checked without an error, with findings inside it', () => {
    const word = fc.constantFrom(
      '保本',
      '不',
      '“',
      '”',
      '《',
      '》',
      ' ',
      '。',
      '，',
      '排名第1',
      '😀',
      '近一月收益率5%',
      'risk-free',
      '\n',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map(words => words.join('')),
    )
    fc.assert(
      fc.property(text, given => {
        for (const finding of checkWording(given, 'client', pack)) {
          expect(finding.end).toBeGreaterThan(finding.start)
          expect(given.slice(finding.start, finding.end)).toBe(finding.text)
        }
      }),
    )
  })

  it('of 200,000 characters is checked within seconds', () => {
    const text = '本产品不保本，近一年收益率12%，同期基准8%。'.repeat(8_000)
    expect(checkWording(text, 'client', pack)).toEqual([])
  })
})
