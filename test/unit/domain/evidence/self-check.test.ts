import { describe, expect, it } from 'vitest'
import { daysOfHalf, findingsOf, halvesBetween, sumVerdicts } from '../../../../src-main/domain/evidence/self-check.ts'
import { FindingKind, SelfCheckTexts } from '../../../../src-main/model/self-check.ts'
import { readFileSync } from 'node:fs'
import { evidenceBody } from '../../../helpers/evidence.ts'
import { suitabilityPacks } from '../../../helpers/rule-packs.ts'

const texts = SelfCheckTexts.parse(
  JSON.parse(readFileSync(new URL('../../../../resources/texts/self-check.json', import.meta.url), 'utf8')),
)

const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0)

describe('half-years', () => {
  it('begin on New Year and on 1 July', () => {
    expect(daysOfHalf('2026H1')).toEqual({ from: '2026-01-01', to: '2026-06-30' })
    expect(daysOfHalf('2026H2')).toEqual({ from: '2026-07-01', to: '2026-12-31' })
  })

  it('run from the first record to today, the newest first', () => {
    expect(halvesBetween('2025-06-30', '2026-07-01')).toEqual(['2026H2', '2026H1', '2025H2', '2025H1'])
    expect(halvesBetween('2026-11-23', '2026-11-23')).toEqual(['2026H2'])
  })
})

describe('sums of verdicts', () => {
  it('count every verdict once by what it said, on whose wish, and by which pack', () => {
    const [pack] = suitabilityPacks()
    if (pack === undefined) throw new Error('no pack')
    const bodies = Array.from({ length: 60 }, (_, i) => evidenceBody(i, pack))
    const sums = sumVerdicts(bodies)
    expect([sums.total, total(sums.byVerdict), total(sums.byAction), total(sums.byPack)]).toEqual([60, 60, 60, 60])
    expect(sums.byAction['client specialWarning']).toBe(
      bodies.filter(b => b.context.initiative === 'client' && b.verdict.action === 'specialWarning').length,
    )
    expect(sums.byPurpose).toEqual({ check: 60 })
  })
})

describe('findings', () => {
  it('leave out what was not found, put first what must be mended, and hold every item', () => {
    const none = Object.fromEntries(FindingKind.options.map(kind => [kind, [] as string[]])) as unknown as Record<
      FindingKind,
      string[]
    >
    const many = Array.from({ length: 300 }, (_, i) => `C${i}`)
    const findings = findingsOf({ ...none, mismatchHeld: many, noticeWaiting: ['C1'] }, texts)
    expect(findings.map(each => [each.kind, each.severity, each.count, each.items.length])).toEqual([
      ['noticeWaiting', 'must', 1, 1],
      ['mismatchHeld', 'should', 300, 300],
    ])
  })
})
