import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { marketWord } from '../../src-main/model/format/market-word.ts'
import { diagnoseFund } from '../../src-main/domain/diagnosis/fund/diagnose-fund.ts'
import { seeds } from '../../src-main/head-office/demo/seeds.ts'
import { syntheticInput } from '../helpers/fund-input.ts'

const chinese = /\p{Script=Han}/u

describe('the fixed vocabulary of the market in English', () => {
  it('has every peer group and sector of the demo world', () => {
    const words = [...seeds.peerGroups.map(peer => peer.group), ...Object.keys(seeds.names.stockEnds), '利率债']
    expect(words.length).toBeGreaterThan(20)
    expect(words.filter(word => chinese.test(marketWord(word, 'en')))).toEqual([])
    expect(words.map(word => marketWord(word, 'zh-CN'))).toEqual(words)
  })

  it('has every class of the industry classification that disclosures use, and leaves names alone', () => {
    expect(marketWord('资金余额', 'en')).toBe('Cash balance')
    expect(marketWord('信息传输、软件和信息技术服务业', 'en')).toBe(
      'Information transmission, software and IT services',
    )
    expect(['AAA', '衡石科技', '某某基金管理有限公司'].map(word => marketWord(word, 'en'))).toEqual([
      'AAA',
      '衡石科技',
      '某某基金管理有限公司',
    ])
  })
})

describe('a difference of returns', () => {
  it('is told in percentage points wherever a conclusion names it', () => {
    const file = new URL('../../resources/rule-packs/conclusions/fund-2026.11.5.json', import.meta.url)
    const text = readFileSync(file, 'utf8')
    const told = [...text.matchAll(/"(?:zh|en)": "[^"]*\.excess\}[^"]*"/g)].map(([line]) => line)
    expect(told).toHaveLength(4)
    expect(told.filter(line => !/\.excess\} (个百分点|points)/.test(line))).toEqual([])
    const { strengths, risks } = diagnoseFund(syntheticInput()).conclusion
    const said = [...strengths, ...risks].map(each => each.text.zh).filter(zh => zh.includes('超额'))
    expect(said.filter(zh => !/超额 [+−]?[\d.]+ 个百分点/.test(zh))).toEqual([])
  })
})

describe('a grid that shows nothing', () => {
  it.each(['zh-CN', 'en'])('says so in the language of the window: %s', locale => {
    const file = new URL(`../../src-renderer/i18n/${locale}.json`, import.meta.url)
    const { grid } = JSON.parse(readFileSync(file, 'utf8')) as { grid: Record<string, string> }
    const source = readFileSync(new URL('../../src-renderer/ui/use-grid-words.ts', import.meta.url), 'utf8')
    for (const key of ['noRowsToShow', 'noMatchingRows']) {
      expect(source).toContain(`'${key}'`)
      expect(grid[key]).toMatch(locale === 'en' ? /^[A-Z]/ : chinese)
    }
  })
})
