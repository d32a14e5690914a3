import { expect, it } from 'vitest'
import { renderSelfCheck } from '../../src-main/domain/report/render-self-check.ts'
import { SelfCheck } from '../../src-main/model/self-check.ts'
import { reportSetup } from '../helpers/report-fixtures.ts'

const MANY = 1164

const check = SelfCheck.parse({
  half: '2026H2',
  from: '2026-07-01',
  to: '2026-12-31',
  partial: true,
  asOf: '2026-11-20',
  advisor: { id: 'A', name: '周明远', licence: 'S0990000000001' },
  packs: [{ version: 'firm', verdicts: MANY, unverified: 10, rules: 20 }],
  verdicts: { total: MANY, byVerdict: { match: MANY }, byAction: {}, byPurpose: {}, byCode: {} },
  suggestions: { total: MANY, byState: { accepted: MANY }, againstAdvice: MANY },
  book: {
    clients: MANY,
    professional: MANY,
    lowest: MANY,
    assessment: { valid: MANY, expiring: MANY, expired: MANY, missing: MANY },
    holdings: { match: MANY },
    holdingValue: { match: MANY },
  },
  assessments: { total: MANY, byClient: MANY, byAdvisor: MANY },
  notices: { queued: MANY },
  evidence: { records: MANY, inPeriod: MANY, hash: 'a'.repeat(64), faults: 0, rerun: MANY, differ: 0 },
  findings: [
    {
      kind: 'mismatchHeld',
      severity: 'should',
      title: { zh: '持有', en: 'held' },
      advice: { zh: '告知', en: 'tell' },
      count: MANY,
      items: Array.from({ length: 20 }, (_, i) => `C${i}`),
    },
  ],
})

it.each(['zh-CN', 'en'] as const)('every count of a self-check has its separator in %s', locale => {
  const { html } = renderSelfCheck(check, reportSetup({ edition: 'internal', locale }))
  const text = html.slice(html.indexOf('<body')).replaceAll(/<[^>]*>/g, ' ')
  expect(text).toContain(locale === 'en' ? '1,164 in all' : '等 1,164 项')
  expect(text.match(/.{0,20}1164.{0,20}/g)).toBeNull()
})
