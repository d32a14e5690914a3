import { expect, it } from 'vitest'
import { renderEvidence, type EvidencePrintLine } from '../../src-main/domain/report/render-evidence.ts'
import type { EvidenceBody } from '../../src-main/model/evidence.ts'
import { evidenceBody } from '../helpers/evidence.ts'
import { reportSetup } from '../helpers/report-fixtures.ts'
import { suitabilityPacks } from '../helpers/rule-packs.ts'

const printed = (body: EvidenceBody, shown: readonly string[], locale: 'zh-CN' | 'en'): string => {
  const packs = suitabilityPacks()
  const lines = shown.map((text, i): EvidencePrintLine => ({
    number: i + 1,
    id: `E-${i + 1}`,
    at: '2026-11-23T02:00:00.000Z',
    kind: 'suitability',
    productCode: 'P1',
    productName: '产品',
    hash: 'a'.repeat(64),
    body: { ...body, shown: [{ id: 'riskNotice', text: { zh: text, en: text } }] },
  }))
  return renderEvidence(
    {
      clientName: '陆知远',
      clientId: 'C0000001',
      lines,
      packs,
      chain: { count: shown.length, hash: 'b'.repeat(64) },
      fingerprint: '0000',
      madeAt: '2026-11-23T02:00:00.000Z',
    },
    reportSetup({ locale }),
  ).html
}

const firstPack = () => {
  const [pack] = suitabilityPacks()
  if (pack === undefined) throw new Error('no pack')
  return pack
}

it('evidence under two packs that word one requirement otherwise prints both wordings', () => {
  const shown = ['旧规则包的风险揭示。', '新规则包的风险揭示。', '旧规则包的风险揭示。']
  const html = printed(evidenceBody(0, firstPack()), shown, 'zh-CN')
  expect(html.split('旧规则包的风险揭示。')).toHaveLength(2)
  expect(html.split('新规则包的风险揭示。')).toHaveLength(2)
})

it('the disclaimer of a pack stands below its rules, not beside the heading, where it broke the line', () => {
  const pack = firstPack()
  const html = printed(evidenceBody(0, pack), ['x'], 'en')
  const heading = new RegExp(`<h2>Rules cited, ${pack.version}(.*?)</h2>`).exec(html)
  expect(heading?.[1]).toBe('')
  expect(html).toContain(pack.disclaimer.en)
})

it('the articles of a verdict stand in the words of the language, as on the screen beside it', () => {
  const pack = firstPack()
  const body = evidenceBody(0, pack)
  const cited = { ...body, verdict: { ...body.verdict, rules: body.verdict.rules.slice(0, 1) } }
  const article = (text: string) => ({
    ...cited,
    verdict: { ...cited.verdict, rules: cited.verdict.rules.map(rule => ({ ...rule, article: text })) },
  })
  expect(cited.verdict.rules).toHaveLength(1)
  expect(printed(article('第二十二条'), ['x'], 'en')).toContain('art. 22 (')
  expect(printed(article('第二十二条'), ['x'], 'zh-CN')).toContain('第二十二条 (')
})
