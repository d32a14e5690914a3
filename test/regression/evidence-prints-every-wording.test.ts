import { expect, it } from 'vitest'
import { renderEvidence, type EvidencePrintLine } from '../../src-main/domain/report/render-evidence.ts'
import { evidenceBody } from '../helpers/evidence.ts'
import { reportSetup } from '../helpers/report-fixtures.ts'
import { suitabilityPacks } from '../helpers/rule-packs.ts'

it('evidence under two packs that word one requirement otherwise prints both wordings', () => {
  const packs = suitabilityPacks()
  const [pack] = packs
  if (pack === undefined) throw new Error('no pack')
  const body = evidenceBody(0, pack)
  const line = (number: number, zh: string): EvidencePrintLine => ({
    number,
    id: `E-${number}`,
    at: '2026-11-23T02:00:00.000Z',
    kind: 'suitability',
    productCode: 'P1',
    productName: '产品',
    hash: 'a'.repeat(64),
    body: { ...body, shown: [{ id: 'riskNotice', text: { zh, en: zh } }] },
  })
  const { html } = renderEvidence(
    {
      clientName: '陆知远',
      clientId: 'C0000001',
      lines: [line(1, '旧规则包的风险揭示。'), line(2, '新规则包的风险揭示。'), line(3, '旧规则包的风险揭示。')],
      packs,
      chain: { count: 3, hash: 'b'.repeat(64) },
      fingerprint: '0000',
      madeAt: '2026-11-23T02:00:00.000Z',
    },
    reportSetup(),
  )
  expect(html.split('旧规则包的风险揭示。')).toHaveLength(2)
  expect(html.split('新规则包的风险揭示。')).toHaveLength(2)
})
